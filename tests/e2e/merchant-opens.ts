/** The merchant, from the installed machine to the first sale: accepts, learns, activates, tests. */
import type { Page } from 'playwright-core';
import { questions } from '../../apps/server/src/modules/visits/training.data.ts';
import type { Asking } from '../journey/asking.ts';
import { activateDevice, type Device } from '../journey/device.ts';
import { must } from '../journey/expect.ts';
import type { BusinessClock } from '../journey/story.ts';
import { doNext } from './merchant-enters.ts';
import type { Sight } from './sight.ts';
import { house, journey, lang, nav, terminal, trade, training, visit } from './words.ts';

/** Sees who comes and when; the serial number is that of the box in hand. */
export async function awaitTechnician({ page, look }: Sight): Promise<string> {
  await page.getByText(visit('visit.comes')).waitFor();
  await look(visit('visit.title'));
  const fact = page.getByRole('term').filter({ hasText: visit('facts.serial') });
  return fact.locator('xpath=following-sibling::dd').innerText();
}

export async function acceptVisit(merchant: Sight): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'install');
  await page.getByText(visit('visit.toAccept'), { exact: true }).waitFor();
  await look(visit('visit.title'));
  await page.getByRole('button', { name: visit('accept.button') }).click();
  await page.getByText(visit('visit.accepted')).waitFor();
  await look(visit('visit.title'));
}

/** Reads all parts, fails once and is told why, then passes. */
export async function train(merchant: Sight): Promise<void> {
  const { page, look } = merchant;
  await doNext(merchant, 'train');
  const read = page.getByRole('button', { name: training('part.done') });
  await read.first().waitFor();
  await look(training('training.title'));
  const total = await page.locator('details').count();
  for (let done = 1; done <= total; done++) {
    await page.locator('details[open]').filter({ has: read }).getByRole('button').click();
    await page.getByText(house('check.progress', { done, total })).waitFor();
  }
  await page.getByRole('button', { name: training('quiz.begin') }).click();
  await answer(page, { isRight: false });
  await page.getByText(training('quiz.right')).first().waitFor();
  await look(training('training.title'));
  await page.getByRole('button', { name: training('quiz.again') }).click();
  await answer(page, { isRight: true });
  await page.getByText(training('training.passed'), { exact: true }).waitFor();
  await look(training('training.title'));
}

async function answer(page: Page, { isRight }: { readonly isRight: boolean }): Promise<void> {
  const hand = page.getByRole('button', { name: training('quiz.hand') });
  await hand.waitFor();
  for (const { text, choices, right } of questions) {
    const asked = page.getByRole('group', { name: text[lang] });
    if ((await asked.count()) === 0) continue;
    const given = choices.find(({ id }) => (id === right) === isRight);
    await asked.getByRole('radio', { name: given?.text[lang] ?? '', exact: true }).check();
  }
  await hand.click();
}

type Hand = { readonly anyone: Asking; readonly clock: BusinessClock; readonly serial: string };

/** The code is read off the phone and typed into the machine, and the phone follows. */
export async function activate(merchant: Sight, { anyone, clock, serial }: Hand): Promise<Device> {
  const { page, look } = merchant;
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('terminals') })
    .click();
  await page.getByText(terminal('gate.lead')).waitFor();
  await look(terminal('terminals.title'));
  await page.getByRole('link').filter({ hasText: serial }).click();
  await page.getByText(terminal('code.next')).waitFor();
  await look(terminal('detail.device'));
  await page.getByRole('button', { name: terminal('code.get') }).click();
  const shown = page.getByRole('region', { name: terminal('code.title') });
  await shown.waitFor();
  await look(terminal('detail.device'));
  const code = /\d{4} \d{4}/.exec(await shown.innerText())?.[0].replace(' ', '') ?? '';
  const device = await activateDevice({
    ask: anyone,
    serial,
    code,
    now: clock.now,
    port: undefined,
  });
  await page.getByRole('heading', { name: terminal('test.title') }).waitFor();
  return device;
}

const TESTS = ['card', 'qr', 'refund', 'print'] as const;

/** The last item of the gate: with it the machine may trade. */
export async function testTerminal({ page, look }: Sight): Promise<void> {
  await look(terminal('detail.device'));
  for (const part of TESTS)
    await page.getByRole('checkbox', { name: terminal(`test.${part}`) }).check();
  await page.getByRole('button', { name: terminal('test.allGood') }).click();
  await page.getByText(terminal('state.in_service'), { exact: true }).waitFor();
  await look(terminal('detail.device'));
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('terminals') })
    .click();
  await page.getByText(terminal('gate.done')).waitFor();
  await look(terminal('terminals.title'));
}

const DONE = [
  'advise',
  'apply',
  'review',
  'contract',
  'pay',
  'deliver',
  'install',
  'train',
  'activate',
  'goLive',
] as const;

/** Ten stations lie behind; the first sale is what comes next. */
export async function seeStations({ page, look }: Sight): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: nav('progress') })
    .click();
  await page
    .getByRole('heading', { name: journey('do.firstSale') })
    .or(page.getByText(journey('wait.firstSale')))
    .waitFor();
  await look(journey('progress.title'));
  const done = await page.locator('.station[data-state="done"]').allInnerTexts();
  for (const key of DONE) {
    const label = trade(`journey.station.${key}`);
    must(
      done.some((text) => text.includes(label)),
      `The station ${label} should be done.`,
    );
  }
}
