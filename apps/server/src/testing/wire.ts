import {
  decode,
  encode,
  framed,
  FrameReader,
  unionpay,
  withMac,
  type FieldValue,
  type MacKey,
  type Message,
} from '@kaitong/iso8583';
import { gatewayModule } from '#gateway';
import type { Services } from '#platform/services';
import type { TestDatabase } from './database.ts';
import { dial, type Pos } from './pos.ts';
import { sayYes } from './shop.ts';
import type { World } from './world.ts';

export type Wire = {
  readonly services: Services;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/** The terminal line on a free port; the card network says yes to everything. */
export async function openWire(test: TestDatabase, world: World): Promise<Wire> {
  sayYes(world);
  const { services } = world;
  const gateway = await gatewayModule.start?.(services);
  const [route] = gatewayModule.routes?.(services) ?? [];
  const counters = await route?.run(test.db, world.ask('admin'), {} as never);
  return {
    services,
    port: (counters as { port: number }).port,
    stop: async () => gateway?.stop(),
  };
}

type Numbers = Pick<Pos, 'terminalNo' | 'merchantNo'>;
export type Fields = Readonly<Record<number, FieldValue>>;

/** A request as this terminal would send it. */
export function messageOf(
  { terminalNo, merchantNo }: Numbers,
  mti: string,
  fields: Fields,
): Message {
  return {
    tpdu: '6000030000',
    header: '603100311000',
    mti,
    fields: { 41: terminalNo, 42: merchantNo, ...fields },
  };
}

/** Sends one message, with a MAC when there is a key, and gives the answer. */
export async function exchange(port: number, message: Message, mak?: MacKey): Promise<Message> {
  const bytes = mak ? withMac(unionpay, message, mak) : encode(unionpay, message);
  const socket = await dial(port);
  socket.write(framed(bytes));
  const reader = new FrameReader();
  for await (const chunk of socket as AsyncIterable<Uint8Array>) {
    const [frame] = reader.push(chunk).frames;
    if (!frame) continue;
    socket.destroy();
    const read = decode(unionpay, frame);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.message;
  }
  throw new Error('no answer');
}
