import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { missingFor } from './gate.ts';
import { canOf, CODE_TRIES_MAX, type TerminalReply } from './model.ts';
import { keysOf } from './keys/store.ts';
import { liveBinding, newestCode, type Binding, type Terminal } from './store.ts';

/** A terminal as a row of a list. */
export function rowOf(ask: Ask, terminal: Terminal) {
  const { suspension } = terminal;
  return {
    id: terminal.id,
    serial: terminal.serial,
    modelId: terminal.model_id,
    status: terminal.status,
    ...(terminal.merchant_id === null ? {} : { merchantId: terminal.merchant_id }),
    ...(terminal.order_id === null ? {} : { orderId: terminal.order_id }),
    ...(terminal.terminal_no === null ? {} : { terminalNo: terminal.terminal_no }),
    ...(terminal.merchant_no === null ? {} : { merchantNo: terminal.merchant_no }),
    epoch: terminal.epoch,
    ...(suspension === null ? {} : { suspension: { ...suspension, at: new Date(suspension.at) } }),
    addedAt: terminal.added_at,
    ...(terminal.activated_at === null ? {} : { activatedAt: terminal.activated_at }),
    ...(terminal.in_service_at === null ? {} : { inServiceAt: terminal.in_service_at }),
    ...(terminal.last_sign_in_at === null ? {} : { lastSignInAt: terminal.last_sign_in_at }),
    can: canOf(ask.by, terminal),
  };
}

/** A terminal with everything that is known of it. */
export async function detailOf(tx: Tx | Db, ask: Ask, terminal: Terminal): Promise<TerminalReply> {
  const binding = await liveBinding(tx, terminal.id);
  const code = await newestCode(tx, terminal.id);
  const open = code && code.used_at === null ? code : undefined;
  const { self_test: test } = terminal;
  return {
    ...rowOf(ask, terminal),
    ...(binding ? { binding: bindingReply(binding) } : {}),
    ...(await kcvReply(tx, terminal)),
    ...(test === null ? {} : { selfTest: { ...test, at: new Date(test.at) } }),
    ...(open
      ? {
          activation: {
            issuedAt: open.issued_at,
            expiresAt: open.expires_at,
            triesLeft: CODE_TRIES_MAX - open.tries,
          },
        }
      : {}),
    missing: await missingFor(tx, terminal),
  };
}

async function kcvReply(tx: Tx | Db, { id, merchant_id, epoch }: Terminal) {
  if (merchant_id === null) return {};
  const keys = await keysOf(tx, { merchantId: merchant_id, terminalId: id, epoch });
  const master = keys.find(({ kind }) => kind === 'tmk');
  return master ? { tmkKcv: master.kcv } : {};
}

function bindingReply(binding: Binding) {
  return {
    acquirerCode: binding.acquirer_code,
    merchantNo: binding.merchant_no,
    subjectHash: binding.subject_hash,
    accountHash: binding.account_hash,
    address: binding.address,
    ...(binding.location === null ? {} : { location: binding.location }),
    at: binding.bound_at,
  };
}
