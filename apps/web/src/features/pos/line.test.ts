import { expect, it } from 'vitest';
import { dialThrough, fromBase64, toBase64, type Fault } from './line.ts';

const frame = Uint8Array.of(0, 2, 0xff, 0x80);
const answer = Uint8Array.of(0, 1, 7);

function wire(fault?: Fault) {
  const carried: Uint8Array[] = [];
  const carry = async (bytes: Uint8Array) => {
    carried.push(bytes);
    return answer;
  };
  return { carried, carry, takeFault: (asked: Fault) => asked === fault };
}

it('carries a frame and gives the answer once', async () => {
  const { carried, ...ways } = wire();
  const line = await dialThrough(ways);
  await line.send(frame);
  expect(await line.receive()).toEqual(answer);
  expect(await line.receive()).toBeUndefined();
  expect(carried).toEqual([frame]);
});

it('loses an answer only after the host has heard the question', async () => {
  const { carried, ...ways } = wire('loseAnswer');
  const line = await dialThrough(ways);
  await line.send(frame);
  expect(await line.receive()).toBeUndefined();
  expect(carried).toHaveLength(1);
});

it('sends nothing when the cable is out', async () => {
  const { carried, ...ways } = wire('noLine');
  await expect(dialThrough(ways)).rejects.toThrow(/plug/);
  expect(carried).toEqual([]);
});

it('writes bytes as text and back', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(fromBase64(toBase64(all))).toEqual(all);
});
