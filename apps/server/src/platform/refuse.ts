import { refusals, type Facts, type RefusalCode } from '@kaitong/contract';

export type FieldError = { readonly path: string; readonly code: string; readonly detail: string };

/** Thrown when nothing should happen: rolls back, and becomes problem+json with the code's status. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: Facts;
  readonly errors: readonly FieldError[];

  constructor(code: RefusalCode, facts: Facts, errors: readonly FieldError[]) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }

  get status(): number {
    return refusals[this.code].status;
  }
}

export function refuse(
  code: RefusalCode,
  facts: Facts = {},
  errors: readonly FieldError[] = [],
): Refusal {
  return new Refusal(code, facts, errors);
}
