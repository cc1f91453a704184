import { concat } from './bytes.ts';

/** No message of the dialect comes near; a longer length is garbage or an attack. */
export const FRAME_BYTES_MAX = 4096;

const LENGTH_BYTES = 2;

export type FrameError = 'tooLong' | 'empty';

export type Frames = {
  readonly frames: readonly Uint8Array[];
  /** The beginning of the next frame. */
  readonly rest: Uint8Array;
  /** After an error the stream can not be trusted again: close it. */
  readonly error?: FrameError;
};

/** Cuts a stream into frames: two bytes of big-endian length, then as many bytes. */
export function framesIn(stream: Uint8Array): Frames {
  const frames: Uint8Array[] = [];
  let offset = 0;
  while (offset + LENGTH_BYTES <= stream.length) {
    const length = (stream[offset] ?? 0) * 256 + (stream[offset + 1] ?? 0);
    const error = length === 0 ? 'empty' : length > FRAME_BYTES_MAX ? 'tooLong' : undefined;
    if (error !== undefined) return { frames, rest: new Uint8Array(), error };
    const end = offset + LENGTH_BYTES + length;
    if (end > stream.length) break;
    frames.push(stream.slice(offset + LENGTH_BYTES, end));
    offset = end;
  }
  return { frames, rest: stream.slice(offset) };
}

/** Remembers the unfinished frame between chunks of one connection. */
export class FrameReader {
  #rest: Uint8Array = new Uint8Array();
  #error: FrameError | undefined;

  /** The frames that this chunk finishes. */
  push(chunk: Uint8Array): { frames: readonly Uint8Array[]; error?: FrameError } {
    if (this.#error !== undefined) return { frames: [], error: this.#error };
    const { frames, rest, error } = framesIn(concat([this.#rest, chunk]));
    this.#rest = rest;
    this.#error = error;
    return error === undefined ? { frames } : { frames, error };
  }

  /** Bytes of an unfinished frame that are waiting. */
  get pending(): number {
    return this.#rest.length;
  }
}

/** Puts the two length bytes in front. */
export function framed(message: Uint8Array): Uint8Array {
  if (message.length === 0 || message.length > FRAME_BYTES_MAX)
    throw new RangeError(`a frame has 1 to ${FRAME_BYTES_MAX} bytes`);
  return concat([Uint8Array.of(message.length >> 8, message.length & 0xff), message]);
}
