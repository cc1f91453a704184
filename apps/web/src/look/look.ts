/** Light or dark: as the person says, else as the system says. Colours become CSS variables. */
import { useSyncExternalStore } from 'react';
import { colours, type Look } from './colours.ts';

export const wishes = ['system', 'light', 'dark'] as const;
export type Wish = (typeof wishes)[number];

const REMEMBERED = 'kaitong.look';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let wish: Wish = wishes.find((each) => each === remembered()) ?? 'system';

export function useLook(): Look {
  return useSyncExternalStore(listen, look);
}

export function useWish(): readonly [Wish, (next: Wish) => void] {
  return [useSyncExternalStore(listen, () => wish), wishFor];
}

/** Called once, before the first drawing, so that nobody is dazzled at night. */
export function paint(): void {
  const root = document.documentElement;
  root.dataset['look'] = look();
  root.style.colorScheme = look();
  for (const [name, value] of Object.entries(colours[look()]))
    root.style.setProperty(`--${kebab(name)}`, value);
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

systemIsDark.addEventListener('change', change);

function look(): Look {
  if (wish !== 'system') return wish;
  return systemIsDark.matches ? 'dark' : 'light';
}

function wishFor(next: Wish): void {
  wish = next;
  try {
    localStorage.setItem(REMEMBERED, next);
  } catch {
    // A browser may forbid its storage; the wish then lasts as long as the page.
  }
  change();
}

function change(): void {
  paint();
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
