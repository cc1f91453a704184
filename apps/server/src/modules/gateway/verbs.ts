/** What terminals may ask for: one line a message, with the check that goes before it. */
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import {
  checkKnown,
  checkReversal,
  checkSettlement,
  checkSignIn,
  checkTrade,
  type Check,
} from './check.ts';
import { echo, signIn, signOut } from './management.ts';
import type { Heard, Known, MessageKind } from './model.ts';
import type { Outcome } from './outcome.ts';
import {
  takeFollowUp,
  takeHold,
  takeInquiry,
  takeRefund,
  takeReversal,
  takeSale,
  takeVoid,
} from './payment-messages.ts';
import { settle, upload } from './settlement-messages.ts';

export type Verb = {
  readonly kind: MessageKind;
  readonly take: (services: Services, ask: Ask, known: Known) => Promise<Outcome>;
};

/** By message type, then by network code (08.., 03..) or transaction type; `*` is any other. */
const VERBS: Readonly<Record<string, Readonly<Record<string, Verb>>>> = {
  '0800': Object.fromEntries(
    ['001', '003', '004', '005', '006'].map((code) => [code, verb('signIn', checkSignIn, signIn)]),
  ),
  '0820': {
    '002': verb('signOut', checkKnown, signOut),
    '301': verb('echo', checkKnown, echo),
  },
  '0100': {
    '10': verb('preAuth', checkTrade, takeHold),
    '11': verb('preAuthVoid', checkTrade, takeVoid('0100:11')),
  },
  '0200': {
    '01': verb('balance', checkTrade, takeInquiry),
    '20': verb('completion', checkTrade, takeFollowUp('0200:20')),
    '21': verb('completionVoid', checkTrade, takeVoid('0200:21')),
    '22': verb('sale', checkTrade, takeSale('0200:22')),
    '23': verb('void', checkTrade, takeVoid('0200:23')),
    '36': verb('offlineSale', checkTrade, takeSale('0200:36')),
  },
  '0220': {
    '24': verb('completionAdvice', checkTrade, takeFollowUp('0220:24')),
    '25': verb('refund', checkTrade, takeRefund),
    '30': verb('offlineSale', checkTrade, takeSale('0220:30')),
    '32': verb('tip', checkTrade, takeFollowUp('0220:32')),
    '34': verb('tip', checkTrade, takeFollowUp('0220:34')),
  },
  '0400': {
    '10': verb('reversal', checkReversal, takeReversal('10')),
    '11': verb('reversal', checkReversal, takeReversal('11')),
    '20': verb('reversal', checkReversal, takeReversal('20')),
    '21': verb('reversal', checkReversal, takeReversal('21')),
    '22': verb('reversal', checkReversal, takeReversal('22')),
    '23': verb('reversal', checkReversal, takeReversal('23')),
  },
  '0500': { '*': verb('settlement', checkSettlement, settle) },
  '0320': {
    '202': verb('uploadEnd', checkSettlement, upload),
    '207': verb('uploadEnd', checkSettlement, upload),
    '*': verb('upload', checkSettlement, upload),
  },
};

/** The verb that a message asks for; undefined: we do not do this. */
export function verbOf({ message: { mti }, f60: { type, code } }: Heard): Verb | undefined {
  const ofType = VERBS[mti];
  return ofType?.[/^0[38]/.test(mti) ? code : type] ?? ofType?.['*'];
}

/** A verb behind its check; what the check found is given on. */
function verb<Found>(
  kind: MessageKind,
  check: Check<Found>,
  take: (services: Services, ask: Ask, known: Known & Found) => Promise<Outcome>,
): Verb {
  return {
    kind,
    take: async (services, ask, known) => {
      const checked = await check(services, known);
      if (checked.kind === 'refused') return checked;
      const outcome = await take(services, ask, { ...known, ...checked.found });
      return { mac: checked.mac, ...outcome };
    },
  };
}
