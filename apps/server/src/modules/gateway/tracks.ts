import { decryptTrack, textOf, type KeyUse, type Message } from '@kaitong/iso8583';

const TRACKS = [35, 36] as const;

/** F53, third digit: the tracks of this message are enciphered under the track key (protocol.md §4.6). */
function isSealed(message: Message): boolean {
  return textOf(message, 53)?.[2] === '1';
}

/** The message with its tracks open. Undefined: they are sealed, and do not open. */
export function openTracks(message: Message, tdk: KeyUse | undefined): Message | undefined {
  if (!isSealed(message)) return message;
  const fields = { ...message.fields };
  for (const field of TRACKS) {
    const sealed = textOf(message, field);
    if (sealed === undefined) continue;
    const track = tdk && decryptTrack(sealed, tdk);
    if (track === undefined) return undefined;
    fields[field] = track;
  }
  return { ...message, fields };
}
