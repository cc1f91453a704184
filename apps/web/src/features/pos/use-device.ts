import { api } from '@kaitong/contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../api.ts';
import { businessNow } from '../../clock.ts';
import { currentLang } from '../../words/language.ts';
import { Device, type Snapshot } from './device.ts';
import { fromBase64, toBase64 } from './line.ts';
import { browserShelf } from './shelf.ts';

let device: Device | undefined;

/** The one terminal of this browser. */
export function useDevice(): { readonly device: Device; readonly snapshot: Snapshot } {
  const [known] = useState(theDevice);
  const snapshot = useSyncExternalStore(known.subscribe, known.snapshot);
  useEffect(() => {
    // Another tab wrote: only one of them may count traces and batches.
    const hear = ({ key }: StorageEvent) => key?.endsWith('pos.state') && known.giveWay();
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [known]);
  return { device: known, snapshot };
}

function theDevice(): Device {
  device ??= newDevice();
  return device;
}

function newDevice(): Device {
  return new Device({
    shelf: browserShelf(),
    carry,
    now: businessNow,
    lang: currentLang,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    hashPassword,
    sleep: async (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

async function carry(frame: Uint8Array): Promise<Uint8Array | undefined> {
  // Without a key: nobody may keep a frame, which names a card and seals keys.
  const { bytes } = await call(
    api.sandbox.terminalLine,
    { body: { bytes: toBase64(frame) } },
    { key: null },
  );
  return bytes === undefined ? undefined : fromBase64(bytes);
}

const ROUNDS = 100_000;
const HASH_BITS = 256;

async function hashPassword(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.from(salt), iterations: ROUNDS };
  return new Uint8Array(await subtle.deriveBits(how, key, HASH_BITS));
}
