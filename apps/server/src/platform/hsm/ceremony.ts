/**
 * A key ceremony: two people, each of whom knows half, bring a key between us and the network. Each
 * sees the check value of what they typed, both see that of the whole, and nobody sees the key.
 */
import { fromHex, kcvOf, toHex } from '@kaitong/iso8583';
import { transact, type Db } from '../db.ts';
import { nativeDes } from '../des.ts';
import type { FreshKey, Hsm } from './port.ts';
import { keepZoneKey, zoneKeyInUse, zoneKeySpec, type ZoneKeyKind } from './zone-keys.ts';

export type Ceremony = {
  readonly db: Db;
  readonly hsm: Hsm;
  readonly now: () => Date;
  /** Asks a person; what is secret is not shown while it is typed. */
  readonly ask: (question: string, how: { readonly secret: boolean }) => Promise<string>;
  readonly say: (sentence: string) => void;
};

const COMPONENTS = 2;

/** Puts a zone key in use that two people type; undefined when they do not agree that it is theirs. */
export async function importZoneKey(
  { db, hsm, now, ask, say }: Ceremony,
  kind: ZoneKeyKind,
): Promise<FreshKey | undefined> {
  const components: Uint8Array[] = [];
  for (let i = 1; i <= COMPONENTS; i++) {
    const component = componentOf(await ask(`Component ${i} of ${COMPONENTS}: `, { secret: true }));
    say(`Check value of component ${i}: ${checkOf(component)}`);
    components.push(component);
  }
  const fresh = hsm.importComponents(zoneKeySpec(kind), components);
  say(`Check value of the ${kind.toUpperCase()}: ${fresh.kcv}`);
  if ((await ask('Is it what the network told you? (yes): ', { secret: false })) !== 'yes')
    return undefined;
  await transact(db, async (tx) => keepZoneKey(tx, { hsm, kind, fresh, at: now() }));
  return fresh;
}

/** Puts a PIN key in use that came under the key-carrying key (ZMK), when its check value fits. */
export async function importPinKey(
  { db, hsm, now }: Pick<Ceremony, 'db' | 'hsm' | 'now'>,
  { wrapped, kcv }: { readonly wrapped: string; readonly kcv: string },
): Promise<FreshKey> {
  return transact(db, async (tx) => {
    const zmk = await zoneKeyInUse(tx, { hsm, kind: 'zmk' });
    if (zmk === undefined) throw new Error('there is no ZMK: import it first');
    const fresh = hsm.importUnder(zoneKeySpec('zpk'), componentOf(wrapped), zmk);
    if (kcv.length < 6 || !fresh.kcv.startsWith(kcv.slice(0, 8).toUpperCase()))
      throw new Error('the key does not fit its check value; nothing was changed');
    await keepZoneKey(tx, { hsm, kind: 'zpk', fresh, at: now() });
    return fresh;
  });
}

function componentOf(text: string): Uint8Array {
  const hex = text.replaceAll(/\s/g, '');
  if (!/^[\dA-Fa-f]{32}$/.test(hex))
    throw new Error('a key has 32 hex digits; nothing was changed');
  return fromHex(hex);
}

function checkOf(component: Uint8Array): string {
  return toHex(kcvOf({ key: component, cipher: nativeDes }));
}
