import { money, rate, type Day, type FeeRule, type Words } from '@kaitong/values';
import type { Bin, CalendarDay, Mcc, Model, NetworkFeeRule, Plan, Provider } from './model.ts';

/** The tables as they lie in the database. */
export type Rows = {
  provider: {
    id: string;
    name: Words;
    licence_no: string;
    licence_valid_to: Day;
    territory: string[];
    since: Day;
    penalties: number;
    complaints_10k: number;
    response_hours: number;
    local_engineers: boolean;
    service_phone: string;
    source: string;
  };
  model: {
    id: string;
    name: Words;
    price_minor: bigint;
    portable: boolean;
    printer: boolean;
    scanner: boolean;
    networks: Model['networks'];
    battery_hours: number;
    certificate: string;
    source: string;
  };
  plan: {
    id: string;
    provider_id: string;
    name: Words;
    debit_rate_e7: number;
    debit_cap_minor: bigint | null;
    credit_rate_e7: number;
    credit_cap_minor: bigint | null;
    qr_rate_e7: number;
    qr_cap_minor: bigint | null;
    settle_cycle: 'T1';
    deposit_minor: bigint;
    deposit_needs_minor: bigint;
    deposit_window_days: number;
    service_fee_minor: bigint;
    sim_fee_minor: bigint;
    term_months: number;
    model_ids: readonly string[];
    subject_types: Plan['subjectTypes'];
    price_classes: Plan['priceClasses'];
    source: string;
  };
  mcc: {
    code: string;
    name: Words;
    trade: string;
    price_class: Mcc['priceClass'];
    special: boolean;
  };
  card_bin: { prefix: string; bank: Words; kind: Bin['kind']; scheme: string };
  network_fee_rule: {
    id: string;
    taker: NetworkFeeRule['taker'];
    tender: NetworkFeeRule['tender'];
    price_class: NetworkFeeRule['priceClass'];
    rate_e7: number;
    cap_minor: bigint | null;
    factor_e7: number;
    valid_from: Day;
    valid_to: Day;
    source: string;
  };
  calendar_day: CalendarDay;
  advice: {
    id: string;
    needs: unknown;
    options: unknown;
    choice_plan_id: string | null;
    choice_model_id: string | null;
    chosen_at: Date | null;
    created_at: Date;
  };
};

export const feeRule = (parts: number, cap: bigint | null): FeeRule =>
  cap === null ? { rate: rate(parts) } : { rate: rate(parts), cap: money(cap) };

export function providerFromRow(row: Rows['provider']): Provider {
  return {
    id: row.id,
    name: row.name,
    licenceNo: row.licence_no,
    licenceValidTo: row.licence_valid_to,
    territory: row.territory,
    since: row.since,
    penalties: row.penalties,
    complaintsPer10k: row.complaints_10k,
    responseHours: row.response_hours,
    localEngineers: row.local_engineers,
    servicePhone: row.service_phone,
    source: row.source,
  };
}

export function modelFromRow({ price_minor, battery_hours, ...row }: Rows['model']): Model {
  return { ...row, price: money(price_minor), batteryHours: battery_hours };
}

export function planFromRow(row: Rows['plan']): Plan {
  return {
    id: row.id,
    providerId: row.provider_id,
    name: row.name,
    fees: {
      debit: feeRule(row.debit_rate_e7, row.debit_cap_minor),
      credit: feeRule(row.credit_rate_e7, row.credit_cap_minor),
      qr: feeRule(row.qr_rate_e7, row.qr_cap_minor),
    },
    settleCycle: row.settle_cycle,
    deposit: {
      amount: money(row.deposit_minor),
      turnoverNeeded: money(row.deposit_needs_minor),
      windowDays: row.deposit_window_days,
    },
    serviceFeeYearly: money(row.service_fee_minor),
    simFeeYearly: money(row.sim_fee_minor),
    termMonths: row.term_months,
    modelIds: row.model_ids,
    subjectTypes: row.subject_types,
    priceClasses: row.price_classes,
    source: row.source,
  };
}

export function mccFromRow({ trade, price_class, ...row }: Rows['mcc']): Mcc {
  return { ...row, group: trade, priceClass: price_class };
}

export function providerRow(provider: Provider): Rows['provider'] {
  return {
    id: provider.id,
    name: provider.name,
    licence_no: provider.licenceNo,
    licence_valid_to: provider.licenceValidTo,
    territory: [...provider.territory],
    since: provider.since,
    penalties: provider.penalties,
    complaints_10k: provider.complaintsPer10k,
    response_hours: provider.responseHours,
    local_engineers: provider.localEngineers,
    service_phone: provider.servicePhone,
    source: provider.source,
  };
}

export function planRow({ fees, deposit, ...plan }: Plan): Rows['plan'] {
  return {
    id: plan.id,
    provider_id: plan.providerId,
    name: plan.name,
    debit_rate_e7: fees.debit.rate,
    debit_cap_minor: fees.debit.cap?.minor ?? null,
    credit_rate_e7: fees.credit.rate,
    credit_cap_minor: fees.credit.cap?.minor ?? null,
    qr_rate_e7: fees.qr.rate,
    qr_cap_minor: fees.qr.cap?.minor ?? null,
    settle_cycle: plan.settleCycle,
    deposit_minor: deposit.amount.minor,
    deposit_needs_minor: deposit.turnoverNeeded.minor,
    deposit_window_days: deposit.windowDays,
    service_fee_minor: plan.serviceFeeYearly.minor,
    sim_fee_minor: plan.simFeeYearly.minor,
    term_months: plan.termMonths,
    model_ids: plan.modelIds,
    subject_types: plan.subjectTypes,
    price_classes: plan.priceClasses,
    source: plan.source,
  };
}
