/** The merchant, from the approval to the parcel: reads and signs, pays at the bank, looks into the box. */
import { doNext, takeCode, type Phone } from './merchant-enters.ts';
import type { Sight } from './sight.ts';
import { bank, contract, order, trade } from './words.ts';

/** What is signed is what was shown: fees and clauses first, then the box, then the code. */
export async function signContract(merchant: Sight, phone: Phone): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'contract');
  await page.getByText(trade('contract.pending_sign'), { exact: true }).waitFor();
  await look(contract('contract.title'));
  await page.getByRole('button', { name: contract('sign.button') }).click();
  await page.getByText(contract('sign.read.missing')).waitFor();
  await look(contract('contract.title'));
  await page.getByRole('checkbox', { name: contract('sign.read') }).check();
  await takeCode(page, phone);
  await page.getByRole('button', { name: contract('sign.button') }).click();
  await page.getByText(contract('contract.signed.text')).waitFor();
  await look(contract('contract.title'));
}

export async function payDeposit(merchant: Sight): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'pay');
  const pay = page.getByRole('button', { name: order('pay.button') });
  await pay.waitFor();
  await look(order('order.title'));
  await pay.click();
  await look(bank('bank.title'));
  await page.getByRole('button', { name: bank('bank.pay'), exact: true }).click();
  await page.getByText(bank('bank.paid')).waitFor();
  await look(bank('bank.title'));
  await page.getByRole('link', { name: bank('bank.back') }).click();
  await page.getByText(trade('order.placed'), { exact: true }).first().waitFor();
  await look(order('order.title'));
}

const PARCEL = ['appearance', 'powerCord', 'dataCable', 'manual'] as const;

export async function unbox(merchant: Sight): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'deliver');
  await page.getByText(order('unbox.lead')).waitFor();
  await look(order('order.title'));
  for (const thing of PARCEL)
    await page.getByRole('checkbox', { name: trade(`orders.unboxing.${thing}`) }).check();
  await page.getByRole('button', { name: order('unbox.sound') }).click();
  await page.getByText(order('next.install')).waitFor();
  await look(order('order.title'));
}
