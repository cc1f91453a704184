import type { Lang } from '@kaitong/values';
import { speak, type Facts } from './say.ts';
import { words as system } from './system/words.ts';
import { words as identity } from './identity/words.ts';
import { words as messages } from './messages/words.ts';
import { words as vault } from './vault/words.ts';
import { words as audit } from './audit/words.ts';
import { words as catalogue } from './catalogue/words.ts';
import { words as ledger } from './ledger/words.ts';
import { words as merchants } from './merchants/words.ts';
import { words as agents } from './agents/words.ts';
import { words as terminals } from './terminals/words.ts';
import { words as risk } from './risk/words.ts';
import { words as onboarding } from './onboarding/words.ts';
import { words as contracts } from './contracts/words.ts';
import { words as payments } from './payments/words.ts';
import { words as orders } from './orders/words.ts';
import { words as visits } from './visits/words.ts';
import { words as fleet } from './fleet/words.ts';
import { words as downloads } from './downloads/words.ts';
import { words as settlement } from './settlement/words.ts';
import { words as gateway } from './gateway/words.ts';
import { words as jsonLine } from './json-line/words.ts';
import { words as care } from './care/words.ts';
import { words as journey } from './journey/words.ts';
import { words as sandbox } from './sandbox/words.ts';

const words = {
  ...system,
  ...identity,
  ...messages,
  ...vault,
  ...audit,
  ...catalogue,
  ...ledger,
  ...merchants,
  ...agents,
  ...terminals,
  ...risk,
  ...onboarding,
  ...contracts,
  ...payments,
  ...orders,
  ...visits,
  ...fleet,
  ...downloads,
  ...settlement,
  ...gateway,
  ...jsonLine,
  ...care,
  ...journey,
  ...sandbox,
} as const;

export type WordKey = keyof typeof words;

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(words, key);
}

/** Says a word of the trade: statuses, fields, reasons, stations, roles. */
export function word(lang: Lang, key: WordKey, facts?: Facts): string {
  return speak(words[key], lang, facts);
}

/** The word of a key that is only known at run time; the key itself when there is none. */
export function wordOr(lang: Lang, key: string, facts?: Facts): string {
  return isWordKey(key) ? word(lang, key, facts) : key;
}
