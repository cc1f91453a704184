/** Which key of the machine a key of the desk presses. */
import type { Key } from './flow.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;
type Focused = { readonly tagName: string } | null;

const KEYS: Readonly<Record<string, Key>> = {
  Enter: 'enter',
  Escape: 'cancel',
  Backspace: 'clear',
  Delete: 'clear',
};

/** Nothing for keys that belong to somebody else: a field, a button, the browser. */
export function keyOf(pressed: Pressed, focused: Focused): Key | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const { tagName = 'BODY' } = focused ?? {};
  if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(tagName)) return undefined;
  if (/^\d$/.test(pressed.key)) return pressed.key as Key;
  // Enter on a button or link that has the focus presses that one.
  if (pressed.key === 'Enter' && /^(?:BUTTON|A|SUMMARY)$/.test(tagName)) return undefined;
  return KEYS[pressed.key];
}
