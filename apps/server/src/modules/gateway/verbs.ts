/** What terminals may ask for: one line a message, with the check that goes before it. */
import { ASK_FOR } from '#downloads';
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
import {
  endOf,
  listApplications,
  listCaKeys,
  sendApplication,
  sendBins,
  sendCaKey,
  sendContactless,
  sendParameters,
  sendVersion,
} from './downloads.ts';
import { takeScriptNotice, takeSignature } from './evidence.ts';
import { confirmMainKey, initialise, sendMainKey, sendRsaKey } from './key-download.ts';
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
  takeShownCode,
  takeVoid,
} from './payment-messages.ts';
import { settle, upload } from './settlement-messages.ts';
import { takeStatus } from './status.ts';

export type Verb = {
  readonly kind: MessageKind;
  readonly take: (services: Services, ask: Ask, known: Known) => Promise<Outcome>;
  /** For who has no number yet; whoever sends it is a stranger. */
  readonly takeStranger?: (services: Services, now: Date, heard: Heard) => Promise<Outcome>;
};

/** 60.1 of an e-signature; its network code is 800, or 301 in a dialect. */
const SIGNATURE_TYPE = '07';
const SIGNATURE = verb('signature', checkReversal, takeSignature);

/** Network codes of 0800 and 0820; where terminals differ in which of the two they use, both serve. */
const MANAGEMENT: Readonly<Record<string, Verb>> = {
  '001': verb('signIn', checkSignIn, signIn),
  '003': verb('signIn', checkSignIn, signIn),
  '004': verb('signIn', checkSignIn, signIn),
  '005': verb('signIn', checkSignIn, signIn),
  '006': verb('signIn', checkSignIn, signIn),
  '002': verb('signOut', checkKnown, signOut),
  '301': verb('echo', checkKnown, echo),
  '101': {
    kind: 'initialisation',
    take: async (services, { now }, known) => initialise(services, now, known),
    takeStranger: initialise,
  },
  '350': verb('keyDownload', checkKnown, sendMainKey),
  '351': verb('keyDownload', checkKnown, confirmMainKey),
  '352': verb('keyDownload', checkKnown, sendRsaKey),
  '360': verb('parameterDownload', checkKnown, sendParameters),
  '361': verb('parameterDownload', checkKnown, endOf('1')),
  '362': verb('status', checkKnown, takeStatus),
  '364': verb('parameterDownload', checkKnown, sendVersion),
  '365': verb('parameterDownload', checkKnown, endOf('6')),
  '372': verb('download', checkKnown, listCaKeys),
  '373': verb('download', checkKnown, listCaKeys),
  '370': verb('download', checkKnown, sendCaKey),
  '371': verb('download', checkKnown, endOf(ASK_FOR.caKeys)),
  '382': verb('download', checkKnown, listApplications),
  '380': verb('download', checkKnown, sendApplication),
  '381': verb('download', checkKnown, endOf(ASK_FOR.aids)),
  '390': verb('download', checkKnown, sendBins('blacklist')),
  '391': verb('download', checkKnown, endOf(ASK_FOR.blacklist)),
  '394': verb('download', checkKnown, sendContactless),
  '395': verb('download', checkKnown, endOf(ASK_FOR.contactless)),
  '396': verb('download', checkKnown, sendBins('noPinBins')),
  '397': verb('download', checkKnown, endOf(ASK_FOR.noPinBins)),
  '398': verb('download', checkKnown, sendBins('noPinBlocked')),
  '399': verb('download', checkKnown, endOf(ASK_FOR.noPinBlocked)),
};

/** By message type, then by network code (08.., 03..) or transaction type; `*` is any other. */
const VERBS: Readonly<Record<string, Readonly<Record<string, Verb>>>> = {
  '0800': MANAGEMENT,
  '0820': MANAGEMENT,
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
    '60': verb('sale', checkTrade, takeShownCode),
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
  '0620': { '*': verb('scriptNotice', checkReversal, takeScriptNotice) },
  '0500': { '*': verb('settlement', checkSettlement, settle) },
  '0320': {
    '202': verb('uploadEnd', checkSettlement, upload),
    '207': verb('uploadEnd', checkSettlement, upload),
    '*': verb('upload', checkSettlement, upload),
  },
};

/** The verb that a message asks for; undefined: we do not do this. */
export function verbOf({ message: { mti }, f60: { type, code } }: Heard): Verb | undefined {
  if (mti === '0820' && type === SIGNATURE_TYPE) return SIGNATURE;
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
