/** Tells the story as it happens: as text for people, or one JSON object a line for programs. */
import { fill, word, type Facts, type Role } from '@kaitong/contract';
import { dayOf, timeOf, type Lang } from '@kaitong/values';
import { words, type StoryWord } from './words.ts';

/** Something that a person gets to see. */
export type Sight =
  | { readonly kind: 'status' | 'says' | 'sms'; readonly text: string }
  | { readonly kind: 'slip' | 'table'; readonly lines: readonly string[] };

export type Say = (key: StoryWord, facts?: Facts) => string;

/** Somebody of the story: a person, or a party without a seat in the house. */
type Who = { readonly name: string; readonly role: Role } | Party;
type Party = 'terminal' | 'bank' | 'courier' | 'system' | 'anyone';

export type Tell = {
  readonly scene: (step: number) => void;
  readonly line: (who: Who, did: StoryWord, about?: About) => void;
};

type About = { readonly facts?: Facts; readonly sees?: readonly Sight[] };

type Narrator = {
  readonly lang: Lang;
  readonly json: boolean;
  readonly now: () => Date;
  readonly print: (line: string) => void;
};

export function sayIn(lang: Lang): Say {
  return (key, facts) => fill(words[key][lang], facts);
}

export function narrator(setting: Narrator): Tell {
  const say = sayIn(setting.lang);
  let step = 0;
  return {
    scene: (number) => {
      step = number;
      if (!setting.json) setting.print(sceneText(say, number));
    },
    line: (who, did, { facts, sees = [] } = {}) => {
      const line = { name: nameOf(say, who), role: roleOf(setting.lang, who) };
      const at = setting.now();
      const text = say(did, facts);
      if (setting.json) {
        const { name: by, role } = line;
        setting.print(JSON.stringify({ step, did, who: by, role, text, sees, at }));
        return;
      }
      const by = line.role === undefined ? line.name : `${line.name} (${line.role})`;
      setting.print(`${dayOf(at)} ${timeOf(at)}  ${by}: ${text}`);
      for (const sight of sees) for (const row of rowsOf(sight)) setting.print(row);
    },
  };
}

function sceneText(say: Say, step: number): string {
  const title = say(`step.${step}` as StoryWord);
  return `\n━━ ${step} ━━ ${title} ${'━'.repeat(40)}`;
}

function nameOf(say: Say, who: Who): string {
  return typeof who === 'string' ? say(`party.${who}`) : who.name;
}

function roleOf(lang: Lang, who: Who): string | undefined {
  return typeof who === 'string' ? undefined : word(lang, `role.${who.role}`);
}

const MARKS = { status: '→', says: '·', sms: '✉' } as const;
const MARGIN = ' '.repeat(18);

function rowsOf(sight: Sight): string[] {
  if ('lines' in sight) {
    const edge = sight.kind === 'slip' ? '│ ' : '';
    return sight.lines.map((line) => `${MARGIN}${edge}${line}`);
  }
  return [`${MARGIN}${MARKS[sight.kind]} ${sight.text}`];
}

export function says(text: string): Sight {
  return { kind: 'says', text };
}

export function sms(text: string): Sight {
  return { kind: 'sms', text };
}

export function table(lines: readonly string[]): Sight {
  return { kind: 'table', lines };
}

export function slip(lines: readonly string[]): Sight {
  return { kind: 'slip', lines };
}
