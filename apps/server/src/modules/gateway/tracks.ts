import { fromHex, textOf, toHex, type KeyUse, type Message } from '@kaitong/iso8583';

const TRACKS = [35, 36] as const;

/** F53, third digit: the tracks of this message are enciphered under the track key (protocol.md §4.6). */
function isSealed(message: Message): boolean {
  return textOf(message, 53)?.[2] === '1';
}

/** The message with its tracks open. Undefined: they are sealed, and there is no key for them. */
export function openTracks(message: Message, tdk: KeyUse | undefined): Message | undefined {
  if (!isSealed(message)) return message;
  if (!tdk) return undefined;
  const opened = TRACKS.flatMap((field) => {
    const track = textOf(message, field);
    return track === undefined ? [] : [[field, openTrack(track, tdk)] as const];
  });
  return { ...message, fields: { ...message.fields, ...Object.fromEntries(opened) } };
}

/** The one block that ends a byte before the last byte of the packed track is under the key. */
function openTrack(track: string, { key, cipher }: KeyUse): string {
  const packed = fromHex(track.length % 2 === 0 ? track : `${track}0`);
  const end = packed.length - 1;
  const start = end - cipher.blockBytes;
  // A track shorter than a block is none; the payment verbs say what they make of it.
  if (start < 0) return track;
  packed.set(cipher.decrypt(key, packed.slice(start, end)), start);
  return toHex(packed).slice(0, track.length);
}
