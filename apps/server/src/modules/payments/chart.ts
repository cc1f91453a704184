import { setup } from 'xstate';

type PaymentEvent =
  | { type: 'refuse' }
  | { type: 'approve' }
  | { type: 'decline' }
  | { type: 'loseAnswer' }
  | { type: 'reverse' }
  | { type: 'confirmReversal' }
  | { type: 'startVoid' }
  | { type: 'confirmVoid' }
  | { type: 'declineVoid' }
  | { type: 'loseVoid' }
  | { type: 'undoVoid' }
  | { type: 'wait' }
  | { type: 'repeat' }
  | { type: 'show' }
  | { type: 'clear' };

/**
 * A payment. An answer that did not come leads to `unknown` and from there only to `reversed`: a
 * late yes is never believed, because the reversal is already on its way. What a terminal tells
 * afterwards can not be reversed; without an answer it waits until the terminal says it again.
 */
export const payment = setup({
  types: { events: {} as PaymentEvent, context: {} },
}).createMachine({
  id: 'payment',
  initial: 'sending',
  context: {},
  states: {
    sending: {
      on: {
        refuse: 'refused',
        approve: 'approved',
        decline: 'declined',
        loseAnswer: 'unknown',
        wait: 'waiting',
        show: 'shown',
      },
    },
    waiting: { on: { repeat: 'sending' } },
    shown: { on: { approve: 'approved', loseAnswer: 'unknown' } },
    refused: { type: 'final' },
    declined: { type: 'final' },
    approved: { on: { reverse: 'reversal_pending', startVoid: 'void_pending', clear: 'cleared' } },
    unknown: { on: { confirmReversal: 'reversed' } },
    reversal_pending: { on: { confirmReversal: 'reversed' } },
    reversed: { type: 'final' },
    void_pending: {
      on: { confirmVoid: 'voided', declineVoid: 'approved', loseVoid: 'void_unknown' },
    },
    void_unknown: { on: { confirmReversal: 'approved' } },
    voided: { on: { undoVoid: 'approved' } },
    cleared: { type: 'final' },
  },
});

type HoldEvent =
  | { type: 'refuse' }
  | { type: 'approve' }
  | { type: 'decline' }
  | { type: 'loseAnswer' }
  | { type: 'reverse' }
  | { type: 'confirmReversal' }
  | { type: 'startVoid' }
  | { type: 'confirmVoid' }
  | { type: 'declineVoid' }
  | { type: 'loseVoid' }
  | { type: 'undoVoid' }
  | { type: 'startCompletion' }
  | { type: 'complete' }
  | { type: 'reopen' }
  | { type: 'undoCompletion' }
  | { type: 'expire' };

/**
 * A pre-authorisation. It takes no money; its completion is a payment of its own, and while nobody
 * knows whether that stands, the hold is `completing` and nothing else may be done with it.
 */
export const hold = setup({
  types: { events: {} as HoldEvent, context: {} },
}).createMachine({
  id: 'hold',
  initial: 'sending',
  context: {},
  states: {
    sending: {
      on: { refuse: 'refused', approve: 'held', decline: 'declined', loseAnswer: 'unknown' },
    },
    refused: { type: 'final' },
    declined: { type: 'final' },
    unknown: { on: { confirmReversal: 'reversed' } },
    held: {
      on: {
        reverse: 'reversal_pending',
        startVoid: 'void_pending',
        startCompletion: 'completing',
        complete: 'completed',
        expire: 'expired',
      },
    },
    reversal_pending: { on: { confirmReversal: 'reversed' } },
    reversed: { type: 'final' },
    void_pending: {
      on: { confirmVoid: 'voided', declineVoid: 'held', loseVoid: 'void_unknown' },
    },
    void_unknown: { on: { confirmReversal: 'held' } },
    voided: { on: { undoVoid: 'held' } },
    completing: { on: { complete: 'completed', reopen: 'held' } },
    completed: { on: { undoCompletion: 'completing', reopen: 'held' } },
    expired: { type: 'final' },
  },
});

type RefundEvent =
  | { type: 'approve' }
  | { type: 'decline' }
  | { type: 'loseAnswer' }
  | { type: 'undo' };

/** A void or a refund. Only a void is ever undone; a refund without an answer waits for the file. */
export const refund = setup({
  types: { events: {} as RefundEvent, context: {} },
}).createMachine({
  id: 'refund',
  initial: 'sending',
  context: {},
  states: {
    sending: { on: { approve: 'succeeded', decline: 'declined', loseAnswer: 'unknown' } },
    succeeded: { on: { undo: 'undone' } },
    declined: { type: 'final' },
    unknown: { on: { undo: 'undone' } },
    undone: { type: 'final' },
  },
});

type BatchEvent =
  | { type: 'settleEqual' }
  | { type: 'settleUnequal' }
  | { type: 'upload' }
  | { type: 'end' };

/** A batch of a terminal: compared at settlement, then filled with the terminal's own lines. */
export const batch = setup({
  types: { events: {} as BatchEvent, context: {} },
}).createMachine({
  id: 'batch',
  initial: 'open',
  context: {},
  states: {
    open: { on: { settleEqual: 'balanced', settleUnequal: 'unbalanced' } },
    balanced: { on: { upload: 'uploading', end: 'closed' } },
    unbalanced: { on: { upload: 'uploading', end: 'closed' } },
    uploading: { on: { upload: 'uploading', end: 'closed' } },
    closed: { type: 'final' },
  },
});
