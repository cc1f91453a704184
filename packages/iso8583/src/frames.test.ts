import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concat } from './bytes.ts';
import { framed, FrameReader, framesIn } from './frames.ts';

const payloads = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 });

it('finds the same frames wherever the stream is cut', () => {
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 10 });
  fc.assert(
    fc.property(payloads, cuts, (frames, places) => {
      const stream = concat(frames.map(framed));
      const bounds = [0, ...places.map((at) => at % (stream.length + 1)), stream.length].toSorted(
        (a, b) => a - b,
      );
      const reader = new FrameReader();
      const found = bounds.flatMap((from, i) => [
        ...reader.push(stream.subarray(from, bounds[i + 1] ?? from)).frames,
      ]);
      expect(found).toEqual(frames);
      expect(reader.pending).toBe(0);
    }),
  );
});

it('keeps the beginning of the next frame', () => {
  const { frames, rest, error } = framesIn(Uint8Array.of(0, 1, 7, 0, 2, 9));
  expect(frames).toEqual([Uint8Array.of(7)]);
  expect(rest).toEqual(Uint8Array.of(0, 2, 9));
  expect(error).toBeUndefined();
});

it.each([
  ['tooLong', [0x10, 0x01]],
  ['empty', [0, 0]],
] as const)('says %s at once and never reads on', (error, bytes) => {
  const reader = new FrameReader();
  expect(reader.push(Uint8Array.from([0, 1, 5, ...bytes]))).toEqual({
    frames: [Uint8Array.of(5)],
    error,
  });
  expect(reader.push(Uint8Array.of(0, 1, 5))).toEqual({ frames: [], error });
});

it('takes the longest frame and refuses to write a longer one', () => {
  const longest = new Uint8Array(4096).fill(1);
  expect(framesIn(framed(longest)).frames).toEqual([longest]);
  expect(() => framed(new Uint8Array(4097))).toThrow('4096');
});
