import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, settings } from './config.ts';

const house = { root: '/srv/kaitong', keptSecret: (file: string) => `kept in ${file}` };
const read = (env: Record<string, string>) => readConfig(house, env);

const live = {
  KAITONG_MODE: 'live',
  KAITONG_PUBLIC_URL: 'https://pos.example.com/',
  KAITONG_MASTER_KEY_FILE: '/etc/kaitong/master.key',
  KAITONG_HSM: 'software',
  KAITONG_SECRET: '8f1d0a9be7c64253a1f08d7e5b9c2f46',
  DATABASE_URL: 'postgres://kaitong:pass@db.example.com:5432/kaitong',
  KAITONG_CARD_NETWORK: 'tcp://network.example.com:9000',
  KAITONG_CLEARING_FILES: 'https://files.example.com',
  KAITONG_ZONE_KEY: '0123456789ABCDEFFEDCBA9876543210',
  KAITONG_ZONE_MASTER_KEY: '00112233445566778899AABBCCDDEEFF',
  KAITONG_BANK: 'https://bank.example.com',
  KAITONG_COURIER: 'https://courier.example.com',
  KAITONG_SMS: 'https://sms.example.com',
  KAITONG_IDENTITY_AUTHORITY: 'https://identity.example.com',
};

function refusal(env: Record<string, string>): string {
  try {
    read(env);
    return 'started';
  } catch (error) {
    return (error as Error).message;
  }
}

it('needs no setting for a sandbox', () => {
  expect(read({})).toEqual({
    mode: 'sandbox',
    host: '127.0.0.1',
    httpPort: 8080,
    iso8583Port: 8583,
    line: {
      tls: undefined,
      connectionsMax: 12_000,
      perAddressMax: 2_000,
      perTerminalMax: 4,
      connectRate: 200,
      addressRate: 1_000,
      terminalRate: 20,
      workingMax: 200,
      idle_ms: 120_000,
      drain_ms: 10_000,
      messageDays: 30,
    },
    data: '/srv/kaitong/data',
    databaseUrl: undefined,
    roles: ['api', 'gateway', 'worker'],
    masterKeyFile: '/srv/kaitong/data/master.key',
    hsm: { kind: 'software', keys: undefined, file: '/srv/kaitong/data/hsm.key' },
    secret: 'kept in /srv/kaitong/data/secret',
    zoneKey: undefined,
    zoneMasterKey: undefined,
    publicUrl: 'http://localhost:8080',
    logLevel: 'info',
    logFile: '/srv/kaitong/data/kaitong.log',
    connectors: {
      cardNetwork: 'sandbox',
      clearingFiles: 'sandbox',
      bank: 'sandbox',
      courier: 'sandbox',
      sms: 'sandbox',
      identityAuthority: 'sandbox',
    },
  });
});

describe('TLS of the terminals', () => {
  const tls = { KAITONG_TLS_CERT: 'tls/line.pem', KAITONG_TLS_KEY: '/etc/kaitong/line.key' };

  it('is on with a certificate and its key, and asks terminals for theirs only with a CA', () => {
    expect(read(tls).line.tls).toEqual({
      port: 8584,
      certFile: '/srv/kaitong/tls/line.pem',
      keyFile: '/etc/kaitong/line.key',
      clientCaFile: undefined,
      isClientNeeded: false,
    });
    const asking = { ...tls, KAITONG_TLS_CLIENT_CA: 'ca.pem' };
    expect(read(asking).line.tls).toMatchObject({ isClientNeeded: true });
    const relaxed = { ...asking, KAITONG_TLS_CLIENTS: 'optional', KAITONG_TLS_PORT: '0' };
    expect(read(relaxed).line.tls).toMatchObject({ isClientNeeded: false, port: 0 });
  });

  it.each([
    [{ KAITONG_TLS_CERT: 'a' }, 'KAITONG_TLS_CERT needs KAITONG_TLS_KEY.'],
    [{ KAITONG_TLS_KEY: 'a' }, 'KAITONG_TLS_KEY needs KAITONG_TLS_CERT.'],
    [
      { KAITONG_TLS_CLIENT_CA: 'a' },
      'KAITONG_TLS_CLIENT_CA needs KAITONG_TLS_CERT and KAITONG_TLS_KEY.',
    ],
    [{ KAITONG_LINE_WORKING: '0' }, 'KAITONG_LINE_WORKING must be a whole number from 1 to 10000.'],
  ])('half-made is refused: %o', (env, sentence) => {
    expect(refusal(env)).toBe(sentence);
  });
});

it('takes an empty setting for one that is not made', () => {
  expect(read({ KAITONG_HTTP_PORT: '', DATABASE_URL: ' ' })).toEqual(read({}));
});

it('reads roles, ports and folders', () => {
  const config = read({
    KAITONG_ROLES: 'worker, api,worker',
    KAITONG_HTTP_PORT: '0',
    KAITONG_DATA: '../elsewhere',
  });
  expect(config.roles).toEqual(['worker', 'api']);
  expect(config.httpPort).toBe(0);
  expect(config.data).toBe('/srv/elsewhere');
});

it.each([
  ['KAITONG_MODE', 'test', 'one of sandbox, live'],
  ['KAITONG_HTTP_PORT', '65536', 'from 0 to 65535'],
  ['KAITONG_HTTP_PORT', '80.5', 'from 0 to 65535'],
  ['KAITONG_ISO8583_PORT', 'abc', 'from 0 to 65535'],
  ['KAITONG_ROLES', 'api,cook', 'a list, separated by commas, of api, gateway, worker'],
  ['KAITONG_LOG', 'loud', 'one of trace, debug'],
  ['DATABASE_URL', 'mysql://localhost/x', 'an address like postgres://'],
  ['KAITONG_PUBLIC_URL', 'pos.example.com', 'an address like https://'],
  ['KAITONG_SECRET', 'short', 'at least 32 letters'],
  ['KAITONG_CARD_NETWORK', 'https://network.example.com', 'sandbox or tcp://host:port'],
  ['KAITONG_CARD_NETWORK', 'tcp://network.example.com', 'sandbox or tcp://host:port'],
  ['KAITONG_BANK', 'http://bank.example.com', 'sandbox or an https:// address'],
  ['KAITONG_COURIER', 'no', 'sandbox or an https:// address'],
  ['KAITONG_SMS', 'no', 'sandbox or an https:// address'],
  ['KAITONG_IDENTITY_AUTHORITY', 'no', 'sandbox or an https:// address'],
])('refuses %s=%s and says what it must be', (key, value, why) => {
  expect(refusal({ [key]: value })).toMatch(new RegExp(`^${key} must be .*${why}`));
});

it('says everything that is wrong at once, and never prints a value', () => {
  const said = refusal({
    KAITONG_HTTP_PORT: 'abc',
    KAITONG_SECRET: 'hunter2',
    KAITONG_LOG: 'loud',
  });
  expect(said.split('\n')).toHaveLength(3);
  expect(said).not.toContain('hunter2');
});

describe('live', () => {
  it('starts when every setting is made', () => {
    expect(read(live)).toMatchObject({
      mode: 'live',
      host: '0.0.0.0',
      publicUrl: 'https://pos.example.com',
      secret: live.KAITONG_SECRET,
      logFile: undefined,
      connectors: { bank: new URL('https://bank.example.com') },
    });
  });

  it.each(Object.keys(live).filter((key) => key !== 'KAITONG_MODE'))('needs %s', (key) => {
    const said = refusal({ ...live, [key]: '' });
    expect(said).toMatch(new RegExp(`^Live: set ${key} to `));
    expect(said.split('\n')).toHaveLength(1);
  });

  it.each([
    ['KAITONG_PUBLIC_URL', 'http://pos.example.com', 'must begin with https'],
    ['KAITONG_SECRET', 'change-me-'.repeat(4), 'looks like a sample'],
    ['KAITONG_BANK', 'sandbox', 'set KAITONG_BANK'],
  ])('refuses %s=%s', (key, value, why) => {
    expect(refusal({ ...live, [key]: value })).toContain(why);
  });

  it('lists what is wrong and what is missing together', () => {
    const said = refusal({ KAITONG_MODE: 'live', KAITONG_HTTP_PORT: 'abc' });
    expect(said.split('\n')).toHaveLength(14);
  });
});

it.each(Object.entries(settings.shape))('%s is described in a sentence', (_, shape) => {
  expect(shape.description).toMatch(/^[A-Z`].*[a-z)>]\.$/);
});

it('docs/operating.md has every setting, in the same order, and no other', () => {
  const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_0-9]+)`/gm)].map(([, key]) => key);
  expect(rows).toEqual(Object.keys(settings.shape));
});
