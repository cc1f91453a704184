import type { Config } from '#config';
import { openPkcs11 } from './pkcs11.ts';
import type { Hsm } from './port.ts';
import { softwareHsm } from './software.ts';
import { loadStorageKeys } from './storage-keys.ts';

/** The HSM that the settings ask for. */
export async function openHsm({ mode, hsm }: Pick<Config, 'mode' | 'hsm'>): Promise<Hsm> {
  if (hsm.kind === 'software') return softwareHsm(loadStorageKeys({ mode, ...hsm }));
  return openPkcs11({ mode, ...hsm });
}
