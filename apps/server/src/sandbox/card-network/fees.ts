import { feeOf, money, percent, rate, yuan, type FeeRule } from '@kaitong/values';
import type { NetworkTxn } from './store.ts';

type Tender = NetworkTxn['tender'];
type Rules = Readonly<Record<Tender, { readonly issuer: FeeRule; readonly network: FeeRule }>>;

/** The network's own tariff, written from the public notices, not from the house's table. */
const STANDARD: Rules = {
  debit: {
    issuer: { rate: percent('0.35'), cap: yuan('13') },
    network: { rate: percent('0.0325'), cap: yuan('3.25') },
  },
  credit: {
    issuer: { rate: percent('0.45') },
    network: { rate: percent('0.0325'), cap: yuan('3.25') },
  },
  qr: { issuer: { rate: percent('0') }, network: { rate: percent('0.22') } },
};

/** Supermarkets, utilities, fuel and transport pay 78 per cent; caps stay. */
const PREFERENTIAL = new Set(['5411', '5300', '4900', '5541', '4111', '4112']);
const EXEMPT = new Set(['8011', '8021', '8062', '8211', '8220', '8398']);
const PREFERENTIAL_FACTOR = rate(7_800_000);

export function feesOf(txn: Pick<NetworkTxn, 'tender' | 'mcc' | 'amount_minor'>): {
  issuer: bigint;
  network: bigint;
} {
  const isCard = txn.tender !== 'qr';
  if (isCard && EXEMPT.has(txn.mcc)) return { issuer: 0n, network: 0n };
  const { issuer, network } = STANDARD[txn.tender];
  const factor = isCard && PREFERENTIAL.has(txn.mcc) ? { factor: PREFERENTIAL_FACTOR } : {};
  const amount = money(txn.amount_minor);
  return {
    issuer: feeOf(amount, { ...issuer, ...factor }).minor,
    network: feeOf(amount, { ...network, ...factor }).minor,
  };
}

const CREDIT_PREFIXES = ['620001', '620011', '411111', '555555'];

export function tenderOf(pan: string | undefined): Tender {
  if (pan === undefined) return 'qr';
  return CREDIT_PREFIXES.some((prefix) => pan.startsWith(prefix)) ? 'credit' : 'debit';
}
