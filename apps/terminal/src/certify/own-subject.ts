/** A house of our own with one terminal in it that may trade: what CI certifies. */
import { api } from '@kaitong/contract';
import { toHex } from '@kaitong/iso8583';
import { Terminal } from '@kaitong/terminal';
import { buildHouse } from '../farm/own-house.ts';
import { MemoryStore } from '../farm/memory-store.ts';
import type { Address } from '../file-store.ts';
import { houseAt } from '../house.ts';
import { dialTcp } from '../line.ts';
import { makeRsa, nodePorts, redeem } from '../node-ports.ts';
import { Trouble } from '../trouble.ts';
import { subjectFrom, type Subject } from './subject.ts';

type Own = {
  readonly subject: Subject;
  readonly address: Address;
  readonly leave: () => Promise<void>;
};

const ANSWER_ms = 30_000;

export async function ownSubject(): Promise<Own> {
  let owed: (() => Promise<void>) | undefined;
  const leave = async () => owed?.();
  process.once('SIGINT', () => void leave().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void leave().finally(() => process.exit(143)));
  const { base } = await buildHouse((how) => (owed = how));
  try {
    return { ...(await furnished(base)), leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function furnished(base: string): Promise<Pick<Own, 'subject' | 'address'>> {
  const house = houseAt({ base, lang: 'en' });
  const { terminals } = await house(api.sandbox.furnishShop, { body: { terminals: 1 } });
  const [made] = terminals;
  if (made === undefined) throw new Trouble('noHouse', { url: base });
  const { serial, code, terminalId } = made;
  const { profile, address } = await redeem({ house, serial, code, rsa: makeRsa() });
  const store = new MemoryStore();
  const dial = async () => dialTcp({ ...address, answer_ms: ANSWER_ms });
  const terminal = new Terminal(store, nodePorts({ dial }));
  await terminal.install(profile);
  await terminal.signIn('01');
  await house(api.sandbox.passSelfTest, { params: { id: terminalId } });
  const { terminalNo, merchantNo, tpdu, header } = profile;
  const given = { terminalNo, merchantNo, tpdu, header, tmk: toHex(profile.tmk), trace: 100 };
  return { subject: subjectFrom(given, base), address };
}
