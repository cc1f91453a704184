import type { Config } from '#config';
import { CannotStart } from '../cannot-start.ts';
import type { Hsm } from './port.ts';
import { softwareHsm } from './software.ts';
import { loadStorageKeys } from './storage-keys.ts';

/** The HSM that the settings ask for. */
export async function openHsm({ mode, hsm }: Pick<Config, 'mode' | 'hsm'>): Promise<Hsm> {
  if (hsm.kind === 'software') return softwareHsm(loadStorageKeys({ mode, ...hsm }));
  throw new CannotStart('KAITONG_HSM=pkcs11: not in this version.');
}
