/** The settings of the HSM; config.ts reads them with all others. */
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where the keys of terminals and network are. */
export type HsmSettings =
  | {
      readonly kind: 'software';
      /** The storage keys in hex, newest last; undefined: they are in the file. */
      readonly keys: readonly string[] | undefined;
      readonly file: string;
    }
  | {
      readonly kind: 'pkcs11';
      readonly library: string;
      readonly token: string;
      readonly pinFile: string;
    };

const text = () => z.string({ error: 'a text' }).optional();

export const hsmShape = {
  KAITONG_HSM: z
    .enum(['software', 'pkcs11'], { error: 'one of software, pkcs11' })
    .optional()
    .describe(
      'Where the keys of terminals and network are: `software`, in this process, or `pkcs11` (software; ' +
        'live: needed, so that nobody has software by oversight).',
    ),
  KAITONG_HSM_KEY_FILE: text().describe(
    'Software: file of storage keys, a line of 64 hex digits each, newest last (hsm.key in the data ' +
      'folder, made at first start; live: make it, readable by its owner only).',
  ),
  KAITONG_HSM_KEY: z
    .string()
    .regex(/^[0-9A-Fa-f]{64}(,[0-9A-Fa-f]{64})*$/, {
      error: '64 hex digits; several are separated by commas',
    })
    .transform((value) => value.split(','))
    .optional()
    .describe('Software: the storage keys themselves, newest last, instead of a file (none).'),
  KAITONG_PKCS11_LIBRARY: text().describe(
    'PKCS#11: the library of the HSM, an absolute path (pkcs11: needed).',
  ),
  KAITONG_PKCS11_TOKEN: text().describe(
    'PKCS#11: the label of the token that holds the storage keys (kaitong).',
  ),
  KAITONG_PKCS11_PIN_FILE: text().describe(
    'PKCS#11: file with the PIN of its user, readable by its owner only (pkcs11: needed).',
  ),
};

type Values = { readonly [K in keyof typeof hsmShape]?: z.infer<(typeof hsmShape)[K]> };

/** What an HSM by PKCS#11 can not do without. */
export function hsmTroubles(values: Values): string[] {
  if (values.KAITONG_HSM !== 'pkcs11') return [];
  const needed = [
    ['KAITONG_PKCS11_LIBRARY', 'the library of your HSM'],
    ['KAITONG_PKCS11_PIN_FILE', 'a file with the PIN of its user'],
  ] as const;
  const missing = needed.filter(([key]) => values[key] === undefined);
  return missing.map(([key, what]) => `KAITONG_HSM=pkcs11: set ${key} to ${what}.`);
}

/** Files are seen from the checkout; the software's own stands in the data folder. */
export function hsmOf(values: Values, place: { root: string; data: string }): HsmSettings {
  const { root, data } = place;
  const file = values.KAITONG_HSM_KEY_FILE;
  if (values.KAITONG_HSM !== 'pkcs11') {
    const standsAt = file === undefined ? join(data, 'hsm.key') : resolve(root, file);
    return { kind: 'software', keys: values.KAITONG_HSM_KEY, file: standsAt };
  }
  return {
    kind: 'pkcs11',
    library: values.KAITONG_PKCS11_LIBRARY ?? '',
    token: values.KAITONG_PKCS11_TOKEN ?? 'kaitong',
    pinFile: resolve(root, values.KAITONG_PKCS11_PIN_FILE ?? ''),
  };
}
