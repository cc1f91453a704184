import { api } from '@kaitong/contract';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import type { Db } from '#platform/db';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { addStock } from './add-stock.ts';
import { gateReply } from './gate-reply.ts';
import { issueCode, openCode } from './issue-code.ts';
import { HEADER, TPDU } from './model.ts';
import { keyReply } from './keys/reply.ts';
import { keyRecordsOf } from './keys/store.ts';
import { askTerminal, changeProfile } from './change-profile.ts';
import { profileOf, profileReply } from './read-profile.ts';
import { redeem, type ActivatedByRsa } from './redeem.ts';
import { detailOf, rowOf } from './reply.ts';
import { recordSelfTest } from './self-test.ts';
import { pageOfTerminals, terminalById, type Terminal } from './store.ts';
import { restore, suspend } from './suspend.ts';
import { tradingAddress } from './trading-address.ts';
import { receive, unbind } from './unbind.ts';

export function routes(services: Services): readonly Route[] {
  const { db, keeper, hsm } = services;
  const { terminals } = api;
  return [
    on(terminals.listTerminals).handle(async (ask, { query }) => {
      const { merchantId, ...rest } = query;
      const rows = await pageOfTerminals(db, { ...rest, merchantIds: whose(ask, merchantId) });
      const last = rows.at(-1);
      return {
        rows: rows.map((terminal) => rowOf(ask, terminal)),
        ...(rows.length === query.limit && last ? { next: last.id } : {}),
      };
    }),
    on(terminals.readTerminal).handle(async (ask, { params }) => readOne(db, ask, params.id)),
    on(terminals.listKeys).handle(async (ask, { params }) => {
      await mustSee(db, ask, params.id);
      return { rows: (await keyRecordsOf(db, params.id)).map(keyReply) };
    }),
    on(terminals.addStock).transact(async (tx, ask, { body }) => ({
      rows: (await addStock(tx, ask, body)).map((terminal) => rowOf(ask, terminal)),
    })),
    on(terminals.issueActivationCode).transact(async (tx, ask, { params }) =>
      issueCode(tx, ask, { terminalId: params.id, keeper }),
    ),
    on(terminals.readActivationCode).handle(async (ask, { params }) =>
      openCode(db, ask, { terminalId: params.id, keeper }),
    ),
    on(terminals.activate).handle(async (ask, { body }) =>
      activationReply(services, ask, await redeem(services, ask, body)),
    ),
    on(terminals.recordSelfTest).transact(async (tx, ask, { params, body }) =>
      detailOf(tx, ask, await recordSelfTest(tx, ask, { terminalId: params.id, test: body })),
    ),
    on(terminals.suspend).transact(async (tx, ask, { params, body }) =>
      detailOf(tx, ask, await suspend(tx, ask, { terminalId: params.id, ...body })),
    ),
    on(terminals.restore).transact(async (tx, ask, { params }) =>
      detailOf(tx, ask, await restore(tx, ask, params.id)),
    ),
    on(terminals.unbind).transact(async (tx, ask, { params, body }) =>
      detailOf(tx, ask, await unbind(tx, ask, { terminalId: params.id, hsm, ...body })),
    ),
    on(terminals.receive).transact(async (tx, ask, { params, body }) =>
      detailOf(tx, ask, await receive(tx, ask, { terminalId: params.id, ...body })),
    ),
    on(terminals.readProfile).handle(async (ask, { params }) => {
      await mustSee(db, ask, params.id);
      return profileReply(db, params.id);
    }),
    on(terminals.changeProfile).transact(async (tx, ask, { params, body }) => {
      await changeProfile(tx, ask, { terminalId: params.id, changes: body });
      return profileReply(tx, params.id);
    }),
    on(terminals.askTerminal).transact(async (tx, ask, { params, body }) => {
      await askTerminal(tx, ask, { terminalId: params.id, wish: body.ask });
      return { ok: true } as const;
    }),
    on(terminals.readGate).handle(async (ask, { params }) => {
      mustSeeMerchant(ask, params.id);
      return gateReply(db, params.id);
    }),
  ];
}

/** Whose terminals a caller may list: undefined is everyone's. */
function whose(ask: Ask, merchantId: string | undefined): readonly string[] | undefined {
  const person = personOf(ask);
  if (isStaff(person.role)) return merchantId === undefined ? undefined : [merchantId];
  if (merchantId === undefined) return person.merchantIds;
  mustSeeMerchant(ask, merchantId);
  return [merchantId];
}

async function readOne(db: Db, ask: Ask, id: string) {
  return detailOf(db, ask, await mustSee(db, ask, id));
}

async function mustSee(db: Db, ask: Ask, id: string): Promise<Terminal> {
  const terminal = await terminalById(db, id);
  if (!terminal) throw refuse('request.notFound');
  if (!isStaff(personOf(ask).role)) mustSeeMerchant(ask, terminal.merchant_id ?? '');
  return terminal;
}

async function activationReply(
  services: Services,
  ask: Ask,
  { terminal, merchant, tmk, kcv }: ActivatedByRsa,
) {
  const { signInCodes, macMode, tmkSlot } = await profileOf(services.db, terminal.id);
  const [signInCode = '003'] = signInCodes;
  return {
    terminalId: terminal.id,
    terminalNo: terminal.terminal_no ?? '',
    merchantId: merchant.merchant_id,
    merchantNo: merchant.merchant_no,
    merchantName: merchant.receipt_name,
    tmk,
    tmkKcv: kcv,
    tpdu: TPDU,
    header: HEADER,
    tmkSlot,
    signInCode,
    macAlgorithm: macMode,
    iso8583: tradingAddress(services),
    serverTime: ask.now,
  };
}
