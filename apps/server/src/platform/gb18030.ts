/**
 * Chinese text for machines that know no Unicode. Node decodes GB18030 and does not encode it, so the
 * way back is a table made once from the decoder: the two-byte part, which is GBK and all that a
 * terminal's font has.
 */
let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The text in GB18030, at most so many bytes, never half a character; what it lacks becomes `?`. */
export function toGb18030(text: string, bytesMax: number): Uint8Array {
  table ??= twoByteTable();
  const out: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? [code] : (table.get(letter) ?? [QUESTION_MARK]);
    if (out.length + bytes.length > bytesMax) break;
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

const QUESTION_MARK = 0x3f;
const REPLACEMENT = '\uFFFD';

function twoByteTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== REPLACEMENT) made.set(letter, [lead, trail]);
    }
  }
  return made;
}
