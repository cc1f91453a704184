import { decode, unionpay } from '@kaitong/iso8583';
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import { tradeGateOf } from '#terminals';
import { count, type Counters } from './counters.ts';
import type { Reaction } from './line.ts';
import { echo, signIn, signOut } from './management.ts';
import { heardOf, type Heard } from './model.ts';
import type { Outcome } from './outcome.ts';
import { takeRefund, takeReversal, takeSale, takeVoid } from './payment-messages.ts';
import { replyBytes } from './reply.ts';
import { settle, upload } from './settlement-messages.ts';

type Verb = (services: Services, ask: Ask, heard: Heard) => Promise<Outcome>;

/** From a frame to what is sent back. */
export async function react(
  services: Services,
  counters: Counters,
  frame: Uint8Array,
): Promise<Reaction> {
  const read = decode(unionpay, frame);
  if (!read.ok) return { kind: 'close', reason: 'malformed' };
  const heard = heardOf(read.message, frame);
  const isRequest = Number(read.message.mti[2]) % 2 === 0;
  if (!heard || !isRequest) return { kind: 'close', reason: 'notServed' };
  const now = services.clock.now();
  const outcome = await verbOf(heard)(services, await askOf(services, heard, now), heard);
  if (outcome.kind === 'silence') return outcome;
  const { code } = outcome;
  count(counters.answers, code ?? '00');
  if (outcome.kind === 'refused') {
    const { terminalNo } = heard;
    services.log.info({ terminalNo, code, missing: outcome.missing }, 'terminal refused');
    return { kind: 'reply', bytes: replyBytes({ heard, now, code: outcome.code }) };
  }
  const { fields, mak } = outcome;
  const bytes = replyBytes({
    heard,
    now,
    ...(code === undefined ? {} : { code }),
    ...(fields ? { fields } : {}),
    ...(mak ? { mak } : {}),
  });
  return { kind: 'reply', bytes };
}

/** Who asks: the terminal, for its own merchant only; a stranger is nobody. */
async function askOf({ db }: Services, { terminalNo }: Heard, now: Date): Promise<Ask> {
  const gate = await tradeGateOf(db, terminalNo);
  const by = gate
    ? ({ kind: 'terminal', id: gate.terminal_id, merchantId: gate.merchant_id } as const)
    : ({ kind: 'nobody' } as const);
  return { by, now, lang: 'zh-Hans' };
}

function verbOf(heard: Heard): Verb {
  const { mti } = heard.message;
  const { type, code } = heard.f60;
  const byCode = BY_MTI[mti]?.[mti.startsWith('08') ? code : type] ?? BY_MTI[mti]?.['*'];
  return byCode ?? notSupported;
}

const BY_MTI: Readonly<Record<string, Readonly<Record<string, Verb>>>> = {
  '0800': { '003': signIn },
  '0820': { '002': signOut, '301': echo },
  '0200': { '22': takeSale, '23': takeVoid },
  '0220': { '25': takeRefund },
  '0400': { '22': takeReversal, '23': takeReversal },
  '0500': { '*': settle },
  '0320': { '*': upload },
};

/** Known terminals learn that we do not do this (40); strangers learn nothing. */
const notSupported: Verb = async (services, _, heard) => {
  const gate = await tradeGateOf(services.db, heard.terminalNo);
  return { kind: 'refused', code: gate ? '40' : '97' };
};
