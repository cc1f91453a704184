import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  privateDecrypt,
  type KeyObject,
} from 'node:crypto';
import { kcvOf, macOf, openWorkKeys, toHex } from '@kaitong/iso8583';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMerchant } from '#merchants';
import { systemAsk, type Ask } from '#platform/ask';
import { transact } from '#platform/db';
import { nativeDes } from '#platform/des';
import { softwareHsm } from '#platform/hsm/software';
import { Refusal } from '#platform/refuse';
import { createKeeper } from '#platform/secrets';
import type { Services } from '#platform/services';
import { testDatabase } from '#testing/database';
import { allocate, deliver } from './allocate.ts';
import { mayTrade, setGateItem, type MayTrade } from './gate.ts';
import { issueCode, openCode } from './issue-code.ts';
import { newWorkKeys, workKeysOf } from './keys.ts';
import type { KeyHolder } from './keys/model.ts';
import { GATE, type MerchantGateItem } from './model.ts';
import { redeem } from './redeem.ts';
import { recordSelfTest } from './self-test.ts';
import { insertTerminal, liveBinding, terminalById, tradeGateOf } from './store.ts';
import { restore, suspend } from './suspend.ts';
import { receive, unbind } from './unbind.ts';

const test = testDatabase();
const NOW = new Date('2026-11-23T02:00:00Z');
const DAY_MS = 86_400_000;
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const keeper = createKeeper(new Uint8Array(32).fill(7));
const hsm = softwareHsm([new Uint8Array(32).fill(8)]);

let services: Services;
let merchantId: string;
let otherMerchantId: string;
let serials = 0;

beforeAll(async () => {
  services = { db: test.db, keeper, hsm } as Services;
  merchantId = await merchant('app_00000000000001');
  otherMerchantId = await merchant('app_00000000000002');
});

describe('activation', () => {
  it('gives the master key only to the terminal, bound under five items', async () => {
    const { id, serial, code } = await withCode();
    const answer = await redeem(services, nobody(NOW), claim(serial, code));
    const tmk = opened(answer.tmk);
    expect(toHex(kcvOf({ key: tmk, cipher: nativeDes }))).toBe(answer.kcv);
    expect(answer.terminal.terminal_no).toMatch(/^\d{8}$/);
    const binding = await liveBinding(test.db, id);
    expect(binding).toMatchObject({
      serial,
      epoch: 1,
      acquirer_code: '898',
      address: '1 Some Road',
    });
    expect(binding?.subject_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(binding?.account_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('answers the same terminal again when the answer was lost, and nobody else', async () => {
    const { serial, code } = await withCode();
    const first = await redeem(services, nobody(NOW), claim(serial, code));
    const again = await redeem(services, nobody(NOW), claim(serial, code));
    expect(opened(again.tmk)).toEqual(opened(first.tmk));
    const thief = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const stolen = { ...claim(serial, code), publicKey: thief.publicKey };
    await expect(redeem(services, nobody(NOW), stolen)).rejects.toThrow(
      refusal('terminals.noCode'),
    );
  });
});

describe('what activation refuses, in this order', () => {
  it('refuses a weak key, an unknown serial number, and a terminal without a code', async () => {
    const { serial } = await delivered();
    const weak = { ...claim(serial, '00000000'), publicKey: 'no key' };
    await expect(redeem(services, nobody(NOW), weak)).rejects.toThrow(
      refusal('terminals.publicKeyBad'),
    );
    await expect(redeem(services, nobody(NOW), claim('KT99NOTHING', '1'))).rejects.toThrow(
      refusal('terminals.serialUnknown'),
    );
    await expect(redeem(services, nobody(NOW), claim(serial, '00000000'))).rejects.toThrow(
      refusal('terminals.noCode'),
    );
  });

  it('refuses a code after seven days', async () => {
    const { serial, code } = await withCode();
    const late = nobody(later(7 * DAY_MS));
    await expect(redeem(services, late, claim(serial, code))).rejects.toThrow(
      refusal('terminals.codeExpired'),
    );
  });

  it('counts wrong codes although each is refused, and stops at five', async () => {
    const { serial, code } = await withCode();
    const wrong = claim(serial, code === '00000000' ? '11111111' : '00000000');
    for (let left = 4; left >= 1; left--) {
      const refused = await redeem(services, nobody(NOW), wrong).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'terminals.codeWrong', facts: { left } });
    }
    await expect(redeem(services, nobody(NOW), wrong)).rejects.toThrow(
      refusal('terminals.codeTriesUsed'),
    );
    await expect(redeem(services, nobody(NOW), claim(serial, code))).rejects.toThrow(
      refusal('terminals.codeTriesUsed'),
    );
  });

  it('stops an earlier code when a new one is issued', async () => {
    const { id, serial, code } = await withCode();
    const second = await issue(id);
    if (code === second) return;
    await expect(redeem(services, nobody(NOW), claim(serial, code))).rejects.toThrow(
      refusal('terminals.codeWrong'),
    );
    await redeem(services, nobody(NOW), claim(serial, second));
  });

  it('shows the code to owner and technician, never to the operator or another merchant', async () => {
    const { id, code } = await withCode();
    const seen = await openCode(test.db, person('owner', [merchantId]), { terminalId: id, keeper });
    expect(seen.code).toBe(code);
    const operator = await openCode(test.db, person('operator'), { terminalId: id, keeper });
    expect(operator.code).toBeUndefined();
    await expect(
      openCode(test.db, person('owner', [otherMerchantId]), { terminalId: id, keeper }),
    ).rejects.toThrow(refusal('request.notFound'));
  });

  it('issues no code before the terminal was delivered', async () => {
    const { id } = await allocated();
    await expect(issue(id)).rejects.toThrow(refusal('terminals.notDelivered'));
  });
});

describe('work keys', () => {
  it('come new with every sign-in and open with the master key', async () => {
    const { id, serial, code } = await withCode();
    const { tmk } = await redeem(services, nobody(NOW), claim(serial, code));
    const holder = { merchantId, terminalId: id, epoch: 1 };
    const f62 = await transact(test.db, async (tx) => newWorkKeys(tx, ask, signIn(holder)));
    const read = openWorkKeys(f62 ?? new Uint8Array(), { key: opened(tmk), cipher: nativeDes });
    expect(f62).toHaveLength(40);
    if (!read.ok) throw new Error(read.reason);
    const kept = await workKeysOf(test.db, { house: services, holder });
    if (!kept) throw new Error('no work keys');
    const data = new Uint8Array(24).fill(3);
    const mac = { algorithm: 'cupEcb', key: read.keys.mak, cipher: nativeDes } as const;
    expect(macOf(data, kept.mak)).toEqual(macOf(data, mac));
    expect(hsm.kcvOf(kept.pik)).toBe(toHex(kcvOf({ key: read.keys.pik, cipher: nativeDes })));
  });
});

describe('the gate', () => {
  it('opens when the last item comes, in whatever order, and names what is missing before', async () => {
    const shop = await merchant('app_00000000000003');
    const { id, serial, code } = await withCode(shop);
    const { terminal } = await redeem(services, nobody(NOW), claim(serial, code));
    const [no, merchantNo] = [terminal.terminal_no ?? '', terminal.merchant_no ?? ''];
    const items = GATE.map(({ item }) => item).filter(
      (item): item is MerchantGateItem => item !== 'selfTest' && item !== 'notLimited',
    );
    await selfTest(id);
    for (const [done, item] of items.entries()) {
      expect(await may(no, merchantNo)).toMatchObject({
        kind: 'missing',
        missing: items.slice(done),
      });
      await transact(test.db, async (tx) =>
        setGateItem(tx, ask, { merchantId: shop, item, ok: true }),
      );
    }
    expect(await may(no, merchantNo)).toMatchObject({ kind: 'yes' });
    expect((await terminalById(test.db, id))?.status).toBe('in_service');
  });

  it('knows no foreign terminal and no foreign merchant number', async () => {
    const { terminal } = await inService();
    expect(await may('00000000', 'x')).toBeUndefined();
    expect(await may(terminal.terminal_no ?? '', '9'.repeat(15))).toEqual({
      kind: 'otherMerchant',
    });
  });

  it('does not take a self test in which something failed', async () => {
    const { id, serial, code } = await withCode();
    await redeem(services, nobody(NOW), claim(serial, code));
    await selfTest(id, { print: false });
    expect((await terminalById(test.db, id))?.status).toBe('activated');
  });

  it('closes with a suspension, and risk alone lifts what risk imposed', async () => {
    const { id, terminal } = await inService();
    const [no, merchantNo] = [terminal.terminal_no ?? '', terminal.merchant_no ?? ''];
    await transact(test.db, async (tx) =>
      suspend(tx, person('risk'), { terminalId: id, reason: 'risk' }),
    );
    expect(await may(no, merchantNo)).toMatchObject({ kind: 'notActive' });
    await expect(
      transact(test.db, async (tx) => restore(tx, person('operator'), id)),
    ).rejects.toThrow(refusal('terminals.riskLiftsRisk'));
    await transact(test.db, async (tx) => restore(tx, person('risk'), id));
    expect(await may(no, merchantNo)).toMatchObject({ kind: 'yes' });
  });
});

describe('unbinding', () => {
  it('destroys the keys, frees the number, keeps the record, and lets the device start again', async () => {
    const { id, terminal } = await inService();
    await transact(test.db, async (tx) =>
      unbind(tx, person('operator'), { terminalId: id, hsm, reason: 'replaced' }),
    );
    const holder = { merchantId, terminalId: id, epoch: 1 };
    expect(await workKeysOf(test.db, { house: services, holder })).toBeUndefined();
    expect(
      await transact(test.db, async (tx) => newWorkKeys(tx, ask, signIn(holder))),
    ).toBeUndefined();
    expect(await may(terminal.terminal_no ?? '', '')).toBeUndefined();
    expect(await liveBinding(test.db, id)).toBeUndefined();
    await transact(test.db, async (tx) =>
      receive(tx, person('operator'), { terminalId: id, outcome: 'restock' }),
    );
    expect(await terminalById(test.db, id)).toMatchObject({
      status: 'in_stock',
      merchant_id: null,
    });
  });
});

const ask: Ask = systemAsk('test', NOW);

function nobody(now: Date): Ask {
  return { by: { kind: 'nobody' }, now, lang: 'en' };
}

function person(
  role: 'owner' | 'operator' | 'risk' | 'technician',
  merchantIds: string[] = [],
): Ask {
  return { by: { kind: 'user', id: 'usr_1', role, name: role, merchantIds }, now: NOW, lang: 'en' };
}

function claim(serial: string, code: string) {
  return { serial, code, publicKey: keys.publicKey, location: '+31.23/+121.47' };
}

function opened(tmk: string): Uint8Array {
  const key: KeyObject = createPrivateKey(keys.privateKey);
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  return privateDecrypt({ key, ...padding }, Buffer.from(tmk, 'base64'));
}

function refusal(code: string): Error {
  return expect.objectContaining({ constructor: Refusal, code }) as Error;
}

async function may(terminalNo: string, merchantNo: string): Promise<MayTrade | undefined> {
  const gate = await tradeGateOf(test.db, terminalNo);
  return gate && mayTrade(gate, merchantNo);
}

function signIn(holder: KeyHolder) {
  return { house: services, holder, code: '003', macMode: 'cupEcb' } as const;
}

async function allocated(owner = merchantId) {
  const serial = `KT00${String(++serials).padStart(8, '0')}`;
  const fresh = { id: `trm_${serial.toLowerCase()}`, serial, model_id: serial, added_at: NOW };
  await transact(test.db, async (tx) => {
    await insertTerminal(tx, fresh);
    await allocate(tx, ask, { modelId: serial, merchantId: owner, orderId: 'ord_1' });
  });
  return { id: fresh.id, serial };
}

async function delivered(owner = merchantId) {
  const made = await allocated(owner);
  await transact(test.db, async (tx) => deliver(tx, ask, made.id));
  return made;
}

async function issue(id: string): Promise<string> {
  const issued = await transact(test.db, async (tx) =>
    issueCode(tx, person('technician'), { terminalId: id, keeper }),
  );
  return issued.code ?? '';
}

async function withCode(owner = merchantId) {
  const made = await delivered(owner);
  return { ...made, code: await issue(made.id) };
}

async function selfTest(id: string, but: { print?: boolean } = {}): Promise<void> {
  const result = { card: true, qr: true, refund: true, print: true, ...but };
  await transact(test.db, async (tx) => recordSelfTest(tx, ask, { terminalId: id, test: result }));
}

async function inService() {
  const { id, serial, code } = await withCode();
  await redeem(services, nobody(NOW), claim(serial, code));
  for (const item of ['application', 'contract', 'payment', 'visit', 'training'] as const)
    await transact(test.db, async (tx) => setGateItem(tx, ask, { merchantId, item, ok: true }));
  await selfTest(id);
  const terminal = await terminalById(test.db, id);
  if (terminal?.status !== 'in_service') throw new Error('not in service');
  return { id, terminal };
}

async function merchant(applicationId: string): Promise<string> {
  const made = await transact(test.db, async (tx) =>
    createMerchant(tx, ask, {
      services,
      wanted: {
        applicationId,
        ownerId: await sampleOwner(),
        subjectType: 'sole_proprietor',
        name: 'Corner Shop',
        receiptName: 'CORNER SHOP',
        subjectNo: '91110000000000000A',
        mcc: '5411',
        planId: 'plan',
        modelId: 'model',
        store: { name: 'Shop', district: '110101', address: '1 Some Road' },
        account: {
          kind: 'personal',
          holder: 'Sample Person',
          bankName: 'Bank',
          number: '6200000000000005',
        },
      },
    }),
  );
  return made.merchant_id;
}

async function sampleOwner(): Promise<string> {
  const { sql } = await import('kysely');
  await sql`
    insert into person (id, role, name, lang, phone, created_at)
    values ('usr_1', 'owner', 'Sample', 'en', '13800138000', ${NOW}) on conflict do nothing
  `.execute(test.db);
  return 'usr_1';
}
