/** The wallet of the training terminal: numbers of test ranges, banks of the sandbox (catalogue, bins). */
import type { Words } from '@kaitong/values';

type Scheme = 'unionpay' | 'visa' | 'mastercard';

export type WalletCard = {
  readonly id: string;
  readonly pan: string;
  /** YYMM. */
  readonly expiry: string;
  readonly bank: Words;
  readonly kind: 'debit' | 'credit';
  readonly scheme: Scheme;
  readonly hasChip: boolean;
  /** What the chip calls its application (ISO/IEC 7816-5). */
  readonly aid: string;
};

const first = { 'zh-Hans': '沙盒第一银行', 'zh-Hant': '沙盒第一銀行', en: 'Sandbox First Bank' };
const city = { 'zh-Hans': '沙盒城市银行', 'zh-Hant': '沙盒城市銀行', en: 'Sandbox City Bank' };
const rural = { 'zh-Hans': '沙盒农商银行', 'zh-Hant': '沙盒農商銀行', en: 'Sandbox Rural Bank' };
const abroad = { 'zh-Hans': '境外测试银行', 'zh-Hant': '境外測試銀行', en: 'Foreign Test Bank' };

export const walletCards: readonly WalletCard[] = [
  {
    id: 'first-debit',
    pan: '6200000000000005',
    expiry: '3012',
    bank: first,
    kind: 'debit',
    scheme: 'unionpay',
    hasChip: true,
    aid: 'A000000333010101',
  },
  {
    id: 'city-credit',
    pan: '6200110000000002',
    expiry: '3009',
    bank: city,
    kind: 'credit',
    scheme: 'unionpay',
    hasChip: true,
    aid: 'A000000333010102',
  },
  {
    // An old card that has only its stripe: the one to swipe.
    id: 'rural-debit',
    pan: '6200200000000001',
    expiry: '2906',
    bank: rural,
    kind: 'debit',
    scheme: 'unionpay',
    hasChip: false,
    aid: '',
  },
  {
    id: 'visa-credit',
    pan: '4111111111111111',
    expiry: '3105',
    bank: abroad,
    kind: 'credit',
    scheme: 'visa',
    hasChip: true,
    aid: 'A0000000031010',
  },
  {
    id: 'mastercard-credit',
    pan: '5555555555554444',
    expiry: '3111',
    bank: abroad,
    kind: 'credit',
    scheme: 'mastercard',
    hasChip: true,
    aid: 'A0000000041010',
  },
];
