/** Where the walk takes place: a house of its own, and one browser with a page for everyone in it. */
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { askingAs, type Asking } from '../journey/asking.ts';
import { buildHouse, enterHouse, type House } from '../journey/house.ts';
import { businessClock, type BusinessClock } from '../journey/story.ts';
import { guarded, type Sight } from './sight.ts';
import { lang } from './words.ts';

// Where the house runs on two slow cores beside the browser.
const PATIENCE_ms = 90_000;

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

// Where everybody with a phone stands when it measures.
const SHOP = { latitude: 31.2304, longitude: 121.4737 };

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
  /** Nobody in particular: what is public, and the sandbox. */
  readonly anyone: Asking;
  readonly clock: BusinessClock;
  /** A new person with a window of this size, signed in nowhere. */
  readonly seat: (name: string, size: BrowserContextOptions) => Promise<Sight>;
};

export async function openStage(owe: Owe): Promise<Stage> {
  const [house, browser] = await Promise.all([aHouse(owe), aBrowser(owe)]);
  const anyone = askingAs({ base: house.base, lang });
  return {
    anyone,
    clock: await businessClock(anyone),
    seat: async (name, size) => {
      const context = await browser.newContext({
        // The bank leads back to the house by its own name; by another one nobody is signed in.
        baseURL: house.base.replace('127.0.0.1', 'localhost'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        permissions: ['geolocation'],
        geolocation: SHOP,
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
