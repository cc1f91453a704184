/** The X-ray of a frame: which byte belongs to which field, and all of it as text to be sent on. */
import type { api, ReplyOf } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';

export type MessageWhole = ReplyOf<typeof api.gateway.readMessage>;
export type XRay = MessageWhole['request'];
export type XRayPart = XRay['parts'][number];

/** One byte as it is shown. */
export type ShownByte = {
  readonly at: number;
  /** Two letters; `**` where it must not be seen. */
  readonly text: string;
  /** The field it belongs to, and the smallest part of it. */
  readonly part?: string;
  readonly leaf?: string;
};

/** Every byte with its owner; a byte that nothing describes has none. */
export function bytesOf({ bytes, hex, parts }: XRay): readonly ShownByte[] {
  const shown: ShownByte[] = Array.from({ length: bytes }, (_, at) => ({
    at,
    text: hex.slice(at * 2, at * 2 + 2) || '**',
  }));
  for (const part of parts) {
    mark(shown, part, { part: part.path, leaf: part.path });
    for (const leaf of part.children) mark(shown, leaf, { part: part.path, leaf: leaf.path });
  }
  return shown;
}

type Place = { readonly offset: number; readonly length: number };

function mark(
  shown: ShownByte[],
  { offset, length }: Place,
  owner: { readonly part: string; readonly leaf: string },
): void {
  for (let at = offset; at < Math.min(offset + length, shown.length); at++) {
    const byte = shown[at];
    if (byte) shown[at] = { ...byte, ...owner };
  }
}

/** Whether a byte is lit when this path is looked at: a field lights all that it holds. */
export function isLit({ part, leaf }: ShownByte, path: string | undefined): boolean {
  return path !== undefined && (part === path || leaf === path);
}

const PER_LINE = 16;

export function linesOf<Item>(
  items: readonly Item[],
  perLine = PER_LINE,
): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / perLine) }, (_, line) =>
    items.slice(line * perLine, (line + 1) * perLine),
  );
}

/** Where a line begins, as hex dumps say it. */
export function offsetText(at: number): string {
  return at.toString(16).padStart(4, '0').toUpperCase();
}

/** The whole message as plain text: for a ticket, a chat, a colleague at another house. */
export function messageText(message: MessageWhole, lang: Lang): string {
  const { request, reply, macWords, macCauses, at, terminalNo, trace, kindWords, mti } = message;
  const head = [
    `${kindWords[lang]} ${mti ?? ''}`.trim(),
    at.toISOString(),
    ...(terminalNo === undefined ? [] : [`F41 ${terminalNo}`]),
    ...(trace === undefined ? [] : [`F11 ${trace}`]),
    ...(message.code === undefined
      ? []
      : [`F39 ${message.code} ${message.codeWords?.[lang] ?? ''}`]),
    `MAC: ${macWords[lang]}`,
    ...macCauses.map(({ words }) => `  - ${words[lang]}`),
  ];
  return [
    ...head,
    ...frameText('>>>', request, lang),
    ...(reply ? frameText('<<<', reply, lang) : []),
    '',
  ].join('\n');
}

function frameText(arrow: string, xray: XRay, lang: Lang): string[] {
  const { bytes, parts, error } = xray;
  const dump = linesOf(bytesOf(xray)).map(
    (line) => `${offsetText(line[0]?.at ?? 0)}  ${line.map(({ text }) => text).join(' ')}`,
  );
  const fields = parts.flatMap((part) => [
    fieldLine(part, ''),
    ...part.children.map((leaf) => fieldLine(leaf, '  ')),
  ]);
  const trouble = error
    ? [`! ${offsetText(error.offset)} ${error.path}: ${error.words[lang]}`]
    : [];
  return ['', `${arrow} ${bytes}`, ...dump, '', ...fields, ...trouble];
}

function fieldLine(
  { path, name, shown }: { path: string; name: string; shown: string },
  indent: string,
): string {
  return `${indent}${path.padEnd(12 - indent.length)} ${name}: ${shown}`;
}
