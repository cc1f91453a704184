import { step, stepOr } from '#platform/chart';
import { hold, payment as chart } from './chart.ts';
import type { Payment } from './store.ts';
import type { PaymentStatus } from './model.ts';

type PaymentEvent = Parameters<(typeof chart)['transition']>[1]['type'];
type HoldEvent = Parameters<(typeof hold)['transition']>[1]['type'];
export type StepType = PaymentEvent | HoldEvent;
type Standing = Pick<Payment, 'kind' | 'status'>;

/** Where a payment, or a hold by its own chart, stands after an event; undefined: not now. */
export function stepOf({ kind, status }: Standing, type: StepType): PaymentStatus | undefined {
  const event = { type } as never;
  return kind === 'preauth'
    ? step(hold, status as never, {}, event)
    : step(chart, status as never, {}, event);
}

/** The same, or the refusal that says which state forbids it. */
export function stepTo({ kind, status }: Standing, type: StepType): PaymentStatus {
  const from = { status: status as never, refusal: 'payments.step' } as const;
  const event = { type } as never;
  return kind === 'preauth' ? stepOr(hold, from, event) : stepOr(chart, from, event);
}
