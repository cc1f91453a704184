/**
 * A token of an HSM by PKCS#11, and the few things that are asked of it. Calls are made one after
 * the other on one session, and wait: a library in this machine answers in microseconds. For an HSM
 * across a network this is the place for a pool of sessions and the calls that do not wait.
 */
import * as fs from 'node:fs';
import type * as Pkcs11 from 'pkcs11js';
import { CannotStart } from '../cannot-start.ts';

type Library = typeof Pkcs11;
type Handle = Pkcs11.Handle;

export type TokenSetting = {
  readonly library: string;
  readonly token: string;
  readonly pinFile: string;
};

/** DES2 has two keys; everything else is three: a single one is written three times. */
export type KeyType = 'des2' | 'des3';

/** Two keys that never leave the token: one wraps, the other makes MACs over what was wrapped. */
export type Pair = {
  readonly id: string;
  readonly wrapping: Handle;
  readonly mac: Handle;
};

export type Token = {
  /** Oldest first. */
  readonly pairs: () => readonly Pair[];
  readonly makePair: (id: string) => void;
  readonly macOf: (pair: Pair, data: Uint8Array) => Uint8Array;
  readonly random: (count: number) => Uint8Array;
  readonly create: (type: KeyType, value: Uint8Array) => Handle;
  readonly generateDes2: () => Handle;
  readonly wrap: (pair: Pair, key: Handle) => Uint8Array;
  readonly unwrap: (pair: Pair, wrapped: Uint8Array, as: UnwrapAs) => Handle;
  readonly valueOf: (key: Handle) => Uint8Array;
  readonly encrypt: (key: Handle, block: Uint8Array) => Uint8Array;
  readonly decrypt: (key: Handle, block: Uint8Array) => Uint8Array;
  readonly destroy: (key: Handle) => void;
  readonly close: () => void;
};

export type UnwrapAs = { readonly type: KeyType; readonly leaves: 'never' | 'wrapped' | 'clear' };

const WRAPPING = 'kaitong-wrapping';
const MAC = 'kaitong-mac';
const BLOCK_BYTES = 8;
const PAIRS_MAX = 100;

/** Opens the token and logs in. Says what to set when it can not. */
export async function openToken(setting: TokenSetting): Promise<Token> {
  const library = await loadLibrary();
  const module = new library.PKCS11();
  try {
    module.load(setting.library);
    initialise(library, module);
    const slot = module
      .C_GetSlotList(true)
      .find((one) => module.C_GetTokenInfo(one).label.trim() === setting.token);
    if (slot === undefined) throw new Error(`it has no token ${setting.token}`);
    const flags = library.CKF_RW_SESSION | library.CKF_SERIAL_SESSION;
    const session = module.C_OpenSession(slot, flags);
    login(library, () => module.C_Login(session, library.CKU_USER, pinOf(setting.pinFile)));
    return tokenOf({ library, module, session });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(
      `The HSM behind KAITONG_PKCS11_LIBRARY can not be used (${why}): see docs/operating.md, Keys.`,
      { cause },
    );
  }
}

async function loadLibrary(): Promise<Library> {
  try {
    // Asked for late: it is native, optional, and not there in most houses.
    return (await import('pkcs11js')).default;
  } catch (cause) {
    throw new CannotStart('KAITONG_HSM=pkcs11 needs the npm package pkcs11js: npm install.', {
      cause,
    });
  }
}

function pinOf(file: string): string {
  if ((fs.statSync(file).mode & 0o077) !== 0) throw new Error(`others may read ${file}`);
  return fs.readFileSync(file, 'utf8').trim();
}

/** The library is one for the process: others may have begun it. */
function initialise(library: Library, module: Pkcs11.PKCS11): void {
  unless(library.CKR_CRYPTOKI_ALREADY_INITIALIZED, () => module.C_Initialize());
}

function login(library: Library, work: () => void): void {
  unless(library.CKR_USER_ALREADY_LOGGED_IN, work);
}

function unless(harmless: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if ((error as { code?: number }).code !== harmless) throw error;
  }
}

type Opened = {
  readonly library: Library;
  readonly module: Pkcs11.PKCS11;
  readonly session: Handle;
};

function tokenOf(opened: Opened): Token {
  const { library: p, module, session } = opened;
  const wrapBy = { mechanism: p.CKM_AES_KEY_WRAP };
  const ecb = { mechanism: p.CKM_DES3_ECB };
  return {
    ...pairsIn(opened),
    random: (count) => Uint8Array.from(module.C_GenerateRandom(session, Buffer.alloc(count))),
    create: (type, value) =>
      module.C_CreateObject(session, [
        ...desKey(p, { type, leaves: 'wrapped' }),
        { type: p.CKA_VALUE, value: Buffer.from(value) },
      ]),
    generateDes2: () =>
      module.C_GenerateKey(
        session,
        { mechanism: p.CKM_DES2_KEY_GEN },
        desKey(p, { type: 'des2', leaves: 'wrapped' }).slice(2),
      ),
    wrap: ({ wrapping }, key) =>
      Uint8Array.from(module.C_WrapKey(session, wrapBy, wrapping, key, Buffer.alloc(64))),
    unwrap: ({ wrapping }, wrapped, as) =>
      module.C_UnwrapKey(session, wrapBy, wrapping, Buffer.from(wrapped), desKey(p, as)),
    valueOf: (key) => {
      const [found] = module.C_GetAttributeValue(session, key, [{ type: p.CKA_VALUE }]);
      const value = valueIn(found);
      const copy = Uint8Array.from(value);
      value.fill(0);
      return copy;
    },
    encrypt: (key, block) => {
      checkBlock(block);
      module.C_EncryptInit(session, ecb, key);
      return plain(module.C_Encrypt(session, asBuffer(block), Buffer.alloc(BLOCK_BYTES)));
    },
    decrypt: (key, block) => {
      checkBlock(block);
      module.C_DecryptInit(session, ecb, key);
      return plain(module.C_Decrypt(session, asBuffer(block), Buffer.alloc(BLOCK_BYTES)));
    },
    destroy: (key) => module.C_DestroyObject(session, key),
    close: () => module.C_CloseSession(session),
  };
}

function valueIn(attribute: Pkcs11.Attribute | undefined): Buffer {
  const value = attribute?.value;
  if (!Buffer.isBuffer(value)) throw new Error('the token does not tell an attribute');
  return value;
}

function checkBlock(block: Uint8Array): void {
  if (block.length !== BLOCK_BYTES) throw new RangeError('a DES block has 8 bytes');
}

function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

function pairsIn({
  library: p,
  module,
  session,
}: Opened): Pick<Token, 'pairs' | 'makePair' | 'macOf'> {
  function find(label: string): ReadonlyMap<string, Handle> {
    const wanted = [
      { type: p.CKA_CLASS, value: p.CKO_SECRET_KEY },
      { type: p.CKA_LABEL, value: label },
    ];
    module.C_FindObjectsInit(session, wanted);
    const found = module.C_FindObjects(session, PAIRS_MAX);
    module.C_FindObjectsFinal(session);
    return new Map(found.map((handle) => [idOf(handle), handle]));
  }
  function idOf(handle: Handle): string {
    const [id] = module.C_GetAttributeValue(session, handle, [{ type: p.CKA_ID }]);
    return Buffer.from(valueIn(id)).toString('latin1');
  }
  return {
    pairs: () => {
      const macs = find(MAC);
      return [...find(WRAPPING)]
        .flatMap(([id, wrapping]) => {
          const mac = macs.get(id);
          return mac === undefined ? [] : [{ id, wrapping, mac }];
        })
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    makePair: (id) => {
      const made: readonly (readonly [string, readonly number[]])[] = [
        [WRAPPING, [p.CKA_WRAP, p.CKA_UNWRAP]],
        [MAC, [p.CKA_SIGN, p.CKA_VERIFY]],
      ];
      for (const [label, uses] of made)
        module.C_GenerateKey(session, { mechanism: p.CKM_AES_KEY_GEN }, [
          { type: p.CKA_VALUE_LEN, value: 32 },
          { type: p.CKA_TOKEN, value: true },
          { type: p.CKA_PRIVATE, value: true },
          { type: p.CKA_SENSITIVE, value: true },
          { type: p.CKA_EXTRACTABLE, value: false },
          { type: p.CKA_LABEL, value: label },
          { type: p.CKA_ID, value: Buffer.from(id, 'latin1') },
          ...usesOf(p).map((type) => ({ type, value: uses.includes(type) })),
        ]);
    },
    macOf: ({ mac }, data) => {
      module.C_SignInit(session, { mechanism: p.CKM_AES_CMAC }, mac);
      return Uint8Array.from(module.C_Sign(session, Buffer.from(data), Buffer.alloc(16)));
    },
  };
}

/** What a key may be used for; a storage key only for what it is there for. */
function usesOf(p: Library): number[] {
  const { CKA_ENCRYPT, CKA_DECRYPT, CKA_WRAP, CKA_UNWRAP, CKA_SIGN, CKA_VERIFY } = p;
  return [CKA_ENCRYPT, CKA_DECRYPT, CKA_WRAP, CKA_UNWRAP, CKA_SIGN, CKA_VERIFY];
}

function desKey(p: Library, { type, leaves }: UnwrapAs): Pkcs11.Template {
  return [
    { type: p.CKA_CLASS, value: p.CKO_SECRET_KEY },
    { type: p.CKA_KEY_TYPE, value: type === 'des2' ? p.CKK_DES2 : p.CKK_DES3 },
    { type: p.CKA_TOKEN, value: false },
    { type: p.CKA_SENSITIVE, value: leaves !== 'clear' },
    { type: p.CKA_EXTRACTABLE, value: leaves !== 'never' },
    { type: p.CKA_ENCRYPT, value: true },
    { type: p.CKA_DECRYPT, value: true },
  ];
}
