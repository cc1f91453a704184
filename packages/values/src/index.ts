/** Values that every part of the house shares: pure, no input or output, no dependency. */
export { assert, assertNever, Fault } from './assert.ts';
export type { Brand } from './brand.ts';
export { branchCode, luhn, makePan, type BranchCode } from './bank-card.ts';
export {
  addWorkingDays,
  CalendarHorizonError,
  isWorkingDay,
  nextWorkingDay,
  workingDeadline,
  type Calendar,
} from './calendar.ts';
export {
  addDays,
  day,
  dayOf,
  daysBetween,
  isDay,
  shanghai,
  startOfDay,
  timeOf,
  type Day,
  type TimeOfDay,
} from './day.ts';
export {
  allocate,
  explainFee,
  feeOf,
  refundedFee,
  type FeeExplained,
  type FeeRule,
} from './fee.ts';
export { langs, type Lang, type Words } from './lang.ts';
export { maskId, maskName, maskPan, maskPhone } from './mask.ts';
export {
  add,
  compare,
  currencies,
  formatMoney,
  isZero,
  money,
  negate,
  subtract,
  sum,
  times,
  toDecimal,
  yuan,
  type Currency,
  type Money,
} from './money.ts';
export { applyRate, formatRate, percent, rate, type Rate, type Rounding } from './rate.ts';
export {
  makeResidentId,
  residentId,
  type ResidentId,
  type ResidentIdTrouble,
} from './resident-id.ts';
export { secret, Secret } from './secret.ts';
export { makeUscc, uscc, type Uscc, type UsccTrouble } from './uscc.ts';
