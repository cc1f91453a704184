import { refusals as system } from './system/refusals.ts';
import { refusals as identity } from './identity/refusals.ts';
import { refusals as messages } from './messages/refusals.ts';
import { refusals as vault } from './vault/refusals.ts';
import { refusals as audit } from './audit/refusals.ts';
import { refusals as catalogue } from './catalogue/refusals.ts';
import { refusals as ledger } from './ledger/refusals.ts';
import { refusals as merchants } from './merchants/refusals.ts';
import { refusals as agents } from './agents/refusals.ts';
import { refusals as terminals } from './terminals/refusals.ts';
import { refusals as risk } from './risk/refusals.ts';
import { refusals as onboarding } from './onboarding/refusals.ts';
import { refusals as contracts } from './contracts/refusals.ts';
import { refusals as payments } from './payments/refusals.ts';
import { refusals as orders } from './orders/refusals.ts';
import { refusals as visits } from './visits/refusals.ts';
import { refusals as fleet } from './fleet/refusals.ts';
import { refusals as downloads } from './downloads/refusals.ts';
import { refusals as settlement } from './settlement/refusals.ts';
import { refusals as gateway } from './gateway/refusals.ts';
import { refusals as jsonLine } from './json-line/refusals.ts';
import { refusals as care } from './care/refusals.ts';
import { refusals as journey } from './journey/refusals.ts';
import { refusals as sandbox } from './sandbox/refusals.ts';

/** Every way the house can say no. The compiler sees to it that each has three languages. */
export const refusals = {
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

export type RefusalCode = keyof typeof refusals;
