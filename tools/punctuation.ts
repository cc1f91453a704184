/**
 * Chinese is set with full-width punctuation, wherever the house speaks it. Many keyboards and tools
 * give the half-width one, so `npm run fix` mends it, and the tidy test finds what was not mended.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sources, type SourceFile } from './tidy.ts';

const WIDE: Readonly<Record<string, string>> = {
  ',': '\uFF0C',
  ';': '\uFF1B',
  ':': '\uFF1A',
  '?': '\uFF1F',
  '!': '\uFF01',
  '(': '\uFF08',
  ')': '\uFF09',
};

// Tests say what people type. A slip is set in columns, where a colon takes one and not two.
const FREE = /\.test\.tsx?$|^tests\/e2e\/|^tools\/|\/slip-words\.ts$|\.sql$/;
// In a sentence that says `en` first a Chinese name is a quotation.
const LITERAL = /(?<!\ben:\s{0,9})(?:'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`)/gu;
const COMMENT = /^[ \t]*(?:\/\/|\/\*|\*)/;

/** What is wrong with the punctuation of one file, a sentence each line. */
export function punctuation({ path, text }: SourceFile): string[] {
  if (FREE.test(path)) return [];
  const mended = mend(text).split('\n');
  return text.split('\n').flatMap((line, at) => {
    if (line === mended[at]) return [];
    return [`${path}:${at + 1}: Chinese takes full-width punctuation: npm run fix`];
  });
}

/** The same source with the punctuation of its Chinese sentences as wide as their words. */
export function mend(text: string): string {
  const lines = text.split('\n').map((line) => {
    if (COMMENT.test(line)) return line;
    return line.replaceAll(LITERAL, (literal) => (isChinese(literal) ? widen(literal) : literal));
  });
  return lines.join('\n');
}

/** An English sentence may name a Chinese thing; a Chinese one may name a machine or a standard. */
function isChinese(literal: string): boolean {
  const said = literal.replaceAll(/\$?\{[^}]*\}/g, '');
  const han = said.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = said.match(/[a-z]/g)?.length ?? 0;
  return han > 0 && latin <= 2 * han;
}

/** Times, sums and addresses keep theirs: 9:00, 1,000. What a template calls is no sentence. */
function widen(literal: string): string {
  const parts = literal.split(/(\$\{[^}]*\})/);
  const wide = parts.map((part) => {
    if (part.startsWith('${')) return part;
    return part.replaceAll(/ *(?:(?<!\w)[,;:?!]|[,;:?!](?!\w)|[()]) */g, (mark) => {
      return WIDE[mark.trim()] ?? mark;
    });
  });
  return wide.join('');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of sources().filter((file) => !FREE.test(file.path))) {
    const mended = mend(text);
    if (mended !== text) writeFileSync(path, mended);
  }
}
