import { secret, yuan, type Day } from '@kaitong/values';
import { setMerchantStatus } from '#merchants';
import { clearables, openBatch, refundPayment, sale, voidPayment, type Clearable } from '#payments';
import { writeClearingFile, type ClearingLine } from '#settlement';
import { makeMerchant } from './merchant.ts';
import type { World } from './world.ts';

type Sold = {
  readonly batchNo: string;
  readonly trace: string;
  readonly rrn: string;
  readonly amount: string;
};

/** A merchant that takes money on a till of its own. */
export type Shop = {
  readonly merchantId: string;
  /** By a credit card, at 0.60 per cent. */
  readonly sell: (amount: string) => Promise<Sold>;
  readonly takeBack: (sold: Sold) => Promise<void>;
  readonly giveBack: (sold: Sold, amount: string) => Promise<void>;
};

let trace = 0;

export async function makeShop(world: World): Promise<Shop> {
  const { merchant_id: merchantId, merchant_no: merchantNo } = await makeMerchant(world);
  await world.transact(async (tx) => setMerchantStatus(tx, merchantId, 'active'));
  const terminalNo = merchantNo.slice(-8);
  const till = { merchantId, merchantNo, terminalId: `trm_${merchantNo}`, terminalNo, epoch: 1 };
  const batchNo = await world.transact(async (tx) => openBatch(tx, world.system(), till));
  const nextKey = () => {
    world.setNow(new Date(world.now().getTime() + 1000)); // so that ids sort as things happened
    return { ...till, batchNo, trace: String(++trace).padStart(6, '0') };
  };
  return {
    merchantId,
    sell: async (amount) => {
      const key = nextKey();
      const answer = await sale(world.services, world.system(), {
        key,
        amount: yuan(amount),
        payer: { kind: 'card', pan: secret('6200010000000008') },
        reading: { entryMode: '051' },
        fingerprint: `sale ${amount}`,
      });
      return { batchNo, trace: key.trace, rrn: mustBeYes(answer).rrn ?? '', amount };
    },
    takeBack: async (original) => {
      const answer = await voidPayment(world.services, world.system(), {
        key: nextKey(),
        amount: yuan(original.amount),
        original,
        fingerprint: `void ${original.rrn}`,
      });
      mustBeYes(answer);
    },
    giveBack: async ({ rrn }, amount) => {
      const key = nextKey();
      const answer = await refundPayment(world.services, world.system(), {
        key,
        amount: yuan(amount),
        original: { rrn, date: world.now().toISOString().slice(5, 10).replace('-', '') },
        fingerprint: `refund ${rrn} ${amount}`,
      });
      mustBeYes(answer);
    },
  };
}

function mustBeYes<A extends { readonly code: string }>(answer: A | undefined): A {
  if (answer?.code !== '00') throw new Error(`answered ${answer?.code ?? 'nothing'}`);
  return answer;
}

/** A card network that says yes to everything. */
export function sayYes({ outside }: World): void {
  outside.networkAnswer = async ({ mti, fields }) => {
    const { 2: _, 48: __, 52: ___, 90: ____, ...echo } = fields;
    const answer = { ...echo, 38: '123456', 39: '00' };
    return { mti: `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`, fields: answer };
  };
}

/** The clearing file of a day as an honest network would write it, and what a test makes of it. */
export async function clearingFileOf(
  { transact }: World,
  day: Day,
  edit: (lines: ClearingLine[]) => ClearingLine[] = (lines) => lines,
): Promise<string> {
  const legs = await transact(async (tx) => clearables(tx, day));
  const lines = legs.filter((leg) => leg.day === day).map(lineOf);
  return writeClearingFile({ acquirer: '48021000', day, lines: edit(lines) });
}

function lineOf({ kind, keys, amount, interchange, network }: Clearable): ClearingLine {
  return {
    kind,
    keys,
    amount,
    interchange,
    network,
    card: '620001******0008',
    terminalNo: '00000001',
    merchantNo: '898110154110001',
    reference: '',
    authCode: '123456',
    originalTrace: '000000',
  };
}
