/** A page as somebody sees it, and what must be true of every page: nothing in the way of anybody. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ConsoleMessage, Page, Response } from 'playwright-core';
import { must } from '../journey/expect.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa'];
const PICTURES = join(tmpdir(), 'kaitong-e2e');

export type Sight = {
  readonly name: string;
  readonly page: Page;
  /** Waits for the page with this heading, then holds it against the rules. */
  readonly look: (heading: string) => Promise<void>;
  /** What went wrong in the browser since the last time somebody asked. */
  readonly troubles: () => readonly string[];
  /** What it looks like now, for whoever has to find out why a step failed. */
  readonly picture: () => Promise<string>;
};

export function guarded(name: string, page: Page): Sight {
  const heard: string[] = [];
  page.on('console', (message) => isTrouble(message) && heard.push(textOf(message)));
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('response', (response) => isRefused(response) && heard.push(answerOf(response)));
  return {
    name,
    page,
    troubles: () => heard.splice(0),
    look: async (heading) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await settled(page);
      await mustFit(page);
      await mustBeAccessible(page);
    },
    picture: async () => {
      mkdirSync(PICTURES, { recursive: true });
      const path = join(PICTURES, `${name}.png`);
      await page.screenshot({ path, fullPage: true });
      return path;
    },
  };
}

/** Refused calls are told by their answers, with more to say than the console has. */
function isTrouble(message: ConsoleMessage): boolean {
  const isAnswer = message.text().startsWith('Failed to load resource');
  return !isAnswer && (message.type() === 'error' || message.type() === 'warning');
}

function textOf(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()} (${message.location().url})`;
}

/** Whoever is not signed in, or no longer, is told so, and that is how it should be. */
function isRefused(response: Response): boolean {
  return response.status() >= 400 && response.status() !== 401;
}

function answerOf(response: Response): string {
  return `${response.request().method()} ${response.url()} → ${response.status()}`;
}

/** Colours on their way and lines that stand for text to come are not what a reader sees. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.skeleton') === null &&
      document.getAnimations().every(({ playState, effect }) => {
        return playState !== 'running' || effect?.getTiming().iterations === Infinity;
      }),
  );
}

async function mustFit(page: Page): Promise<void> {
  const { wanted, given } = await page.evaluate(() => ({
    wanted: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  must(wanted <= given, `${page.url()} is ${wanted} px wide on a window of ${given} px.`);
}

async function mustBeAccessible(page: Page): Promise<void> {
  // Legacy: without a second window, which would take the focus away from the page.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  const told = violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`);
    return `  ${id}: ${help}\n${where.join('\n')}`;
  });
  must(told.length === 0, `${page.url()} is not accessible:\n${told.join('\n')}`);
}
