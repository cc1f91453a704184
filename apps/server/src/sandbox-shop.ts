/** A sample shop of the sandbox: everything before its first activation is done already. */
import { personByPhone, registerOwner } from '#identity';
import { createMerchant } from '#merchants';
import { systemAsk, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newDigits, newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import {
  addStock,
  allocate,
  deliver,
  issueCode,
  recordSelfTest,
  setGateItem,
  terminalById,
} from '#terminals';
import { sampleShop } from './sandbox-shop.data.ts';

const PHONES_TRIED_MAX = 10;

/** Makes a merchant that lacks nothing, with terminals that wait for their activation codes. */
export async function furnishShop(
  tx: Tx,
  services: Services,
  { now, terminals }: { now: Date; terminals: number },
) {
  const system = systemAsk('sandbox', now);
  const phone = await freePhone(tx);
  const owner = await registerOwner(tx, system, phone);
  const name = `${sampleShop.name} ${phone.slice(-4)}`;
  const merchant = await createMerchant(tx, system, {
    services,
    wanted: {
      ...sampleShop,
      applicationId: newId('app', now),
      ownerId: owner.id,
      name,
      receiptName: name,
      subjectNo: `92310101MA${newDigits(8)}`,
    },
  });
  const { merchant_id: merchantId } = merchant;
  for (const item of ['application', 'contract', 'payment', 'visit', 'training'] as const)
    await setGateItem(tx, system, { merchantId, item, ok: true });
  // The owner asks for the codes, because only the owner and a technician ever see one.
  const by = {
    kind: 'user',
    id: owner.id,
    role: 'owner',
    name,
    merchantIds: [merchantId],
  } as const;
  const made = [];
  for (let piece = 0; piece < terminals; piece++)
    made.push(await furnishTerminal(tx, services, { ...system, by }));
  return { merchantId, name, phone, terminals: made };
}

async function freePhone(tx: Tx): Promise<string> {
  for (let tried = 0; tried < PHONES_TRIED_MAX; tried++) {
    const phone = `138${newDigits(8)}`;
    if (!(await personByPhone(tx, phone))) return phone;
  }
  throw new Error('no free phone number was found');
}

async function furnishTerminal(tx: Tx, { keeper }: Services, ask: Ask) {
  const merchantId = ask.by.kind === 'user' ? (ask.by.merchantIds[0] ?? '') : '';
  const { modelId } = sampleShop;
  // Machines of its own, so that orders find in stock what they found before.
  const [made] = await addStock(tx, ask, { modelId, serials: [`TRAIN${newDigits(11)}`] });
  if (!made) throw new Error('the terminal did not come into stock');
  const { id, serial } = await allocate(tx, ask, { modelId, merchantId, terminalId: made.id });
  await deliver(tx, ask, id);
  const { code = '' } = await issueCode(tx, ask, { terminalId: id, keeper });
  return { terminalId: id, serial, code };
}

/** A terminal that came with a sample shop, not by an order, passes its self test unseen. */
export async function passSelfTest(tx: Tx, now: Date, terminalId: string): Promise<void> {
  const terminal = await terminalById(tx, terminalId);
  const isSample = terminal !== undefined && terminal.order_id === null;
  if (!isSample || terminal.merchant_id === null) throw refuse('request.notFound');
  const test = { card: true, qr: true, refund: true, print: true };
  await recordSelfTest(tx, systemAsk('sandbox', now), { terminalId, test });
}
