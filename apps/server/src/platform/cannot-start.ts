/** Why Kaitong can not start, in one sentence for the operator; printed without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
