/** Where the walk takes place: a house of its own, and one browser with a page for everyone in it. */
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { buildHouse, enterHouse, type House } from '../journey/house.ts';
import { guarded, type Sight } from './sight.ts';
import { lang } from './words.ts';

// Where the house runs on two slow cores beside the browser.
const PATIENCE_ms = 45_000;

// As root and without a network or a graphics card of its own.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
} as const;
export const desk = { viewport: { width: 1440, height: 900 } } as const;

/** Takes what has to be done before the walk may end, however it ends. */
type Owe = (leave: () => Promise<void>) => void;

export type Stage = {
  readonly base: string;
  /** A new person with a window of this size, signed in nowhere. */
  readonly seat: (name: string, size: BrowserContextOptions) => Promise<Sight>;
};

export async function openStage(owe: Owe): Promise<Stage> {
  const [house, browser] = await Promise.all([aHouse(owe), aBrowser(owe)]);
  return {
    base: house.base,
    seat: async (name, size) => {
      const context = await browser.newContext({
        baseURL: house.base,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...size,
      });
      context.setDefaultTimeout(PATIENCE_ms);
      return guarded(name, await context.newPage());
    },
  };
}

/** Whoever works at a page may walk through a house that runs already. */
async function aHouse(owe: Owe): Promise<House> {
  const url = process.env['KAITONG_E2E_URL'];
  if (url === undefined) return buildHouse(owe);
  const settings = { url, terminalPort: undefined, lang, type: 'individual', json: true } as const;
  return enterHouse(settings, owe);
}

async function aBrowser(owe: Owe): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env['KAITONG_CHROMIUM'] || '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  owe(async () => browser.close());
  return browser;
}
