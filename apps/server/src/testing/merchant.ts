import { catalogueModule } from '#catalogue';
import { createMerchant, type Merchant } from '#merchants';
import type { Lang } from '@kaitong/values';
import { sql } from 'kysely';
import { newId } from '#platform/ids';
import { addStock, allocate, deliver, type Terminal } from '#terminals';
import type { Ground } from './world.ts';

export type SampleMerchant = Merchant & { readonly ownerId: string; readonly phone: string };

let made = 0;

/** The catalogue with its calendar, plans and models, as a sandbox has it. */
export async function seedCatalogue({ services, transact }: Ground): Promise<void> {
  await transact(async (tx) => catalogueModule.seed?.(tx, services));
}

/** An approved merchant with its owner, who has a phone and a language. */
export async function makeMerchant(
  world: Ground,
  { lang = 'zh-Hans', planId = 'qinghe-steady' }: { lang?: Lang; planId?: string } = {},
): Promise<SampleMerchant> {
  const { services, now, system } = world;
  const ownerId = newId('usr', now());
  const phone = `138001380${String(made++).padStart(2, '0')}`;
  await sql`insert into person (id, role, name, lang, phone, created_at)
    values (${ownerId}, 'owner', '样例店主', ${lang}, ${phone}, ${now()})`.execute(services.db);
  const merchant = await world.transact(async (tx) =>
    createMerchant(tx, system(), {
      services,
      wanted: {
        applicationId: newId('app', now()),
        ownerId,
        subjectType: 'sole_proprietor',
        name: '青禾小吃店',
        receiptName: '青禾小吃',
        subjectNo: '92110101MA00000001',
        mcc: '5411',
        planId,
        modelId: 'sail-s1',
        store: {
          name: '青禾小吃店',
          district: '110101',
          address: '样例路 1 号',
          longitude: 116.4,
          latitude: 39.9,
        },
        account: {
          kind: 'personal',
          holder: '样例店主',
          bankName: '样例银行',
          number: '6200000000000005',
        },
      },
    }),
  );
  return { ...merchant, ownerId, phone };
}

/** A terminal in the merchant's hands, from an order that is nowhere else. */
export async function makeTerminal(
  world: Ground,
  { merchantId, orderId }: { merchantId: string; orderId: string },
): Promise<Terminal> {
  const ask = world.system();
  return world.transact(async (tx) => {
    const serials = [`SN${String(made++).padStart(8, '0')}`];
    await addStock(tx, ask, { modelId: 'sail-s1', serials });
    const { id } = await allocate(tx, ask, { modelId: 'sail-s1', merchantId, orderId });
    return deliver(tx, ask, id);
  });
}
