import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '#platform/cannot-start';
import { hsmOf, hsmShape, hsmTroubles, type HsmSettings } from '#platform/hsm/settings';

const roles = ['api', 'gateway', 'worker'] as const;
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const SECRET_LETTERS_MIN = 32;
const SECRET_VARIETY_MIN = 10; // different letters; sample values have fewer

export type Role = (typeof roles)[number];
/** The sandbox's own party, or the address of a real one. */
export type Connector = 'sandbox' | URL;
type ConnectorName =
  | 'cardNetwork'
  | 'clearingFiles'
  | 'bank'
  | 'courier'
  | 'sms'
  | 'identityAuthority';

/** What the terminal line may cost, and how it is secured. Rates are messages or connections a second. */
export type LineSettings = {
  readonly tls: TlsSettings | undefined;
  readonly connectionsMax: number;
  readonly perAddressMax: number;
  readonly perTerminalMax: number;
  readonly connectRate: number;
  readonly addressRate: number;
  readonly terminalRate: number;
  readonly workingMax: number;
  readonly idle_ms: number;
  readonly drain_ms: number;
  readonly messageDays: number;
};

/** Files are absolute. */
export type TlsSettings = {
  readonly port: number;
  readonly certFile: string;
  readonly keyFile: string;
  /** Who signs the certificates of terminals. */
  readonly clientCaFile: string | undefined;
  readonly isClientNeeded: boolean;
};

export type Config = {
  readonly mode: 'sandbox' | 'live';
  readonly host: string;
  readonly httpPort: number;
  readonly iso8583Port: number;
  readonly line: LineSettings;
  /** Where files are kept; absolute. */
  readonly data: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly roles: readonly Role[];
  readonly masterKeyFile: string;
  readonly hsm: HsmSettings;
  readonly secret: string;
  /** The key under which PIN blocks travel to the card network, in hex; undefined: the sandbox's. */
  readonly zoneKey: string | undefined;
  /** The key under which the card network sends the keys of its line, in hex; undefined: the sandbox's. */
  readonly zoneMasterKey: string | undefined;
  readonly publicUrl: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Undefined: standard output. */
  readonly logFile: string | undefined;
  readonly connectors: Readonly<Record<ConnectorName, Connector>>;
};

/** Every setting of Kaitong; each value is a text, as an environment has it. */
export const settings = z.object({
  KAITONG_MODE: choice(['sandbox', 'live'])
    .default('sandbox')
    .describe('`sandbox` plays the outside world in miniature, `live` moves real money (sandbox).'),
  KAITONG_HTTP_PORT: port()
    .default(8080)
    .describe('Port of the web and the API; 0 takes a free one (8080).'),
  KAITONG_ISO8583_PORT: port()
    .default(8583)
    .describe('Port of the card terminals; 0 takes a free one (8583).'),
  KAITONG_TLS_PORT: port()
    .default(8584)
    .describe('Port of the card terminals that come by TLS; 0 takes a free one (8584).'),
  KAITONG_TLS_CERT: text()
    .optional()
    .describe('File of the certificate of that port with its chain, PEM (none: no TLS).'),
  KAITONG_TLS_KEY: text()
    .optional()
    .describe('File of the private key of that certificate (none).'),
  KAITONG_TLS_CLIENT_CA: text()
    .optional()
    .describe('File of those who sign the certificates of terminals, PEM (none is asked for).'),
  KAITONG_TLS_CLIENTS: choice(['needed', 'optional'])
    .default('needed')
    .describe(
      'Whether a terminal must show a certificate once there is KAITONG_TLS_CLIENT_CA (needed).',
    ),
  KAITONG_LINE_CONNECTIONS: wholeNumber(100_000)
    .default(12_000)
    .describe('Connections of terminals at once (12000).'),
  KAITONG_LINE_ADDRESS_CONNECTIONS: wholeNumber(100_000)
    .default(2_000)
    .describe('Of these, from one address: a shopping centre or a carrier may share one (2000).'),
  KAITONG_LINE_TERMINAL_CONNECTIONS: wholeNumber(1_000)
    .default(4)
    .describe('Of these, of one terminal; one more, and its oldest idle one is closed (4).'),
  KAITONG_LINE_CONNECT_RATE: wholeNumber(100_000)
    .default(200)
    .describe('New connections a second from one address; ten seconds of it at once (200).'),
  KAITONG_LINE_ADDRESS_RATE: wholeNumber(1_000_000)
    .default(1_000)
    .describe('Messages a second from one address; ten seconds of it at once (1000).'),
  KAITONG_LINE_TERMINAL_RATE: wholeNumber(1_000_000)
    .default(20)
    .describe('Messages a second of one terminal; ten seconds of it at once (20).'),
  KAITONG_LINE_WORKING: wholeNumber(10_000)
    .default(200)
    .describe('Messages that are worked on at once; more wait, for 10 s at most (200).'),
  KAITONG_LINE_IDLE_S: wholeNumber(86_400)
    .default(120)
    .describe('Seconds of silence after which a connection is closed (120).'),
  KAITONG_LINE_DRAIN_S: wholeNumber(600)
    .default(10)
    .describe('Seconds that a stop waits for messages that are being worked on (10).'),
  KAITONG_MESSAGE_DAYS: wholeNumber(3_650)
    .default(30)
    .describe('Days that the messages of terminals are kept for people to look at (30).'),
  KAITONG_HOST: text()
    .optional()
    .describe(
      'Address to listen on (127.0.0.1 in the sandbox, whose logins everyone knows; 0.0.0.0 live).',
    ),
  KAITONG_PUBLIC_URL: address('an address like https://pos.example.com', ['https:', 'http:'])
    .optional()
    .describe(
      'The address that people open (http://localhost:<port> in the sandbox; live: needed).',
    ),
  KAITONG_DATA: text()
    .default('./data')
    .describe('Folder for everything that is kept on disk, seen from the checkout (./data).'),
  DATABASE_URL: address('an address like postgres://user:password@host:5432/name', [
    'postgres:',
    'postgresql:',
  ])
    .optional()
    .describe(
      'A PostgreSQL 15 or later of your own (the embedded one, in the data; live: needed).',
    ),
  KAITONG_ROLES: list(roles)
    .default([...roles])
    .describe('What this process does: any of `api`, `gateway`, `worker` (api,gateway,worker).'),
  KAITONG_MASTER_KEY_FILE: text()
    .optional()
    .describe(
      'File of 32 random bytes under which secrets are encrypted (master.key in the data folder, ' +
        'made at first start; live: needed, readable by its owner only).',
    ),
  ...hsmShape,
  KAITONG_SECRET: z
    .string()
    .refine((value) => value.length >= SECRET_LETTERS_MIN, {
      error: `a random text of at least ${SECRET_LETTERS_MIN} letters (openssl rand -hex 32)`,
    })
    .optional()
    .describe(
      'Random text that signs the notifications of outside parties (made and kept in the data folder; live: needed).',
    ),
  KAITONG_LOG: choice(logLevels)
    .default('info')
    .describe(
      'Least level to log: trace, debug, info, warn, error, fatal or silent (info); to kaitong.log ' +
        'in the data folder, live to standard output.',
    ),
  KAITONG_CARD_NETWORK: connector('tcp:').describe(
    'The card network: `sandbox` or tcp://host:port (sandbox).',
  ),
  KAITONG_CLEARING_FILES: connector('https:').describe(
    'Where the clearing files of the card network lie: `sandbox` or https://… (sandbox).',
  ),
  KAITONG_ZONE_KEY: z
    .string()
    .regex(/^[0-9A-Fa-f]{32}$/, { error: '32 hex digits, as the card network gave them' })
    .optional()
    .describe(
      'Key under which PIN blocks travel to the card network (made from the secret; live: needed).',
    ),
  KAITONG_ZONE_MASTER_KEY: z
    .string()
    .regex(/^[0-9A-Fa-f]{32}$/, { error: '32 hex digits, as the card network gave them' })
    .optional()
    .describe(
      'Key under which the card network sends the keys of its line (made from the secret; live: needed).',
    ),
  KAITONG_BANK: connector('https:').describe(
    'The bank that takes deposits and pays merchants: `sandbox` or https://… (sandbox).',
  ),
  KAITONG_COURIER: connector('https:').describe(
    'The courier that ships terminals: `sandbox` or https://… (sandbox).',
  ),
  KAITONG_SMS: connector('https:').describe(
    'The sender of text messages: `sandbox` or https://… (sandbox).',
  ),
  KAITONG_IDENTITY_AUTHORITY: connector('https:').describe(
    'The authority that checks identity and business numbers: `sandbox` or https://… (sandbox).',
  ),
});

type Settings = z.infer<typeof settings>;
type Environment = Readonly<Record<string, string | undefined>>;

/** What only the start knows: where the checkout is, and how a secret is made and kept in a file. */
export type House = { readonly root: string; readonly keptSecret: (file: string) => string };

/** Reads the environment once. Everything that is wrong with it is said at once. */
export function readConfig(house: House, env: Environment = process.env): Config {
  const { values, troubles } = readEach(env);
  troubles.push(...tlsTroubles(values));
  troubles.push(...hsmTroubles(values));
  if (values.KAITONG_MODE === 'live') troubles.push(...notLive(values));
  if (troubles.length > 0) throw new CannotStart(troubles.join('\n'));
  return configOf(values as Settings, house);
}

/** Key by key, so that one wrong value hides no other. */
function readEach(env: Environment): { values: Partial<Settings>; troubles: string[] } {
  const troubles: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(settings.shape)) {
    const given = env[key]?.trim();
    const read = shape.safeParse(given === '' ? undefined : given);
    if (read.success) values[key] = read.data;
    // The value itself is never printed: it may be a password.
    else troubles.push(`${key} must be ${read.error.issues[0]?.message ?? 'something else'}.`);
  }
  return { values, troubles };
}

/** A certificate without its key, or clients without a certificate, is a half-made setting. */
function tlsTroubles(values: Partial<Settings>): string[] {
  const { KAITONG_TLS_CERT: cert, KAITONG_TLS_KEY: key, KAITONG_TLS_CLIENT_CA: ca } = values;
  if (cert !== undefined && key === undefined) return ['KAITONG_TLS_CERT needs KAITONG_TLS_KEY.'];
  if (cert === undefined && key !== undefined) return ['KAITONG_TLS_KEY needs KAITONG_TLS_CERT.'];
  if (cert === undefined && ca !== undefined)
    return ['KAITONG_TLS_CLIENT_CA needs KAITONG_TLS_CERT and KAITONG_TLS_KEY.'];
  return [];
}

const CONNECTORS = [
  ['KAITONG_CARD_NETWORK', 'the card network, as tcp://host:port'],
  ['KAITONG_CLEARING_FILES', 'where its clearing files lie, as https://…'],
  ['KAITONG_BANK', 'the bank, as https://…'],
  ['KAITONG_COURIER', 'the courier, as https://…'],
  ['KAITONG_SMS', 'the sender of text messages, as https://…'],
  ['KAITONG_IDENTITY_AUTHORITY', 'the authority that checks identities, as https://…'],
] as const;

const NEEDED = [
  ['DATABASE_URL', 'a PostgreSQL with backups and a standby: the embedded one has neither'],
  ['KAITONG_PUBLIC_URL', 'the https:// address that people open'],
  ['KAITONG_MASTER_KEY_FILE', 'a file that you made and keep safe, apart from the data'],
  ['KAITONG_HSM', 'pkcs11, or to software if you accept that keys are in the memory of a process'],
  ['KAITONG_SECRET', 'a random text (openssl rand -hex 32)'],
  ['KAITONG_ZONE_KEY', 'the zone PIN key that the card network gave you, in hex'],
  ['KAITONG_ZONE_MASTER_KEY', 'the zone master key that the card network gave you, in hex'],
] as const;

/** Why these settings are not fit for real money. */
function notLive(values: Partial<Settings>): string[] {
  const missing = NEEDED.filter(([key]) => key in values && values[key] === undefined);
  const played = CONNECTORS.filter(([key]) => values[key] === 'sandbox');
  const troubles = [...missing, ...played].map(([key, what]) => `Live: set ${key} to ${what}.`);
  if (values.KAITONG_PUBLIC_URL?.protocol === 'http:') {
    troubles.push('Live: KAITONG_PUBLIC_URL must begin with https://.');
  }
  if (values.KAITONG_SECRET && new Set(values.KAITONG_SECRET).size < SECRET_VARIETY_MIN) {
    troubles.push('Live: KAITONG_SECRET looks like a sample; make one with openssl rand -hex 32.');
  }
  return troubles;
}

function configOf(values: Settings, { root, keptSecret }: House): Config {
  const live = values.KAITONG_MODE === 'live';
  const data = resolve(root, values.KAITONG_DATA);
  const key = values.KAITONG_MASTER_KEY_FILE;
  const publicUrl = values.KAITONG_PUBLIC_URL?.href.replace(/\/+$/, '');
  return {
    mode: values.KAITONG_MODE,
    host: values.KAITONG_HOST ?? (live ? '0.0.0.0' : '127.0.0.1'),
    httpPort: values.KAITONG_HTTP_PORT,
    iso8583Port: values.KAITONG_ISO8583_PORT,
    line: lineOf(values, root),
    data,
    databaseUrl: values.DATABASE_URL?.href,
    roles: values.KAITONG_ROLES,
    masterKeyFile: key === undefined ? join(data, 'master.key') : resolve(root, key),
    hsm: hsmOf(values, { root, data }),
    secret: values.KAITONG_SECRET ?? keptSecret(join(data, 'secret')),
    zoneKey: values.KAITONG_ZONE_KEY,
    zoneMasterKey: values.KAITONG_ZONE_MASTER_KEY,
    publicUrl: publicUrl ?? `http://localhost:${values.KAITONG_HTTP_PORT}`,
    logLevel: values.KAITONG_LOG,
    logFile: live ? undefined : join(data, 'kaitong.log'),
    connectors: {
      cardNetwork: values.KAITONG_CARD_NETWORK,
      clearingFiles: values.KAITONG_CLEARING_FILES,
      bank: values.KAITONG_BANK,
      courier: values.KAITONG_COURIER,
      sms: values.KAITONG_SMS,
      identityAuthority: values.KAITONG_IDENTITY_AUTHORITY,
    },
  };
}

function lineOf(values: Settings, root: string): LineSettings {
  return {
    tls: tlsOf(values, root),
    connectionsMax: values.KAITONG_LINE_CONNECTIONS,
    perAddressMax: values.KAITONG_LINE_ADDRESS_CONNECTIONS,
    perTerminalMax: values.KAITONG_LINE_TERMINAL_CONNECTIONS,
    connectRate: values.KAITONG_LINE_CONNECT_RATE,
    addressRate: values.KAITONG_LINE_ADDRESS_RATE,
    terminalRate: values.KAITONG_LINE_TERMINAL_RATE,
    workingMax: values.KAITONG_LINE_WORKING,
    idle_ms: values.KAITONG_LINE_IDLE_S * 1_000,
    drain_ms: values.KAITONG_LINE_DRAIN_S * 1_000,
    messageDays: values.KAITONG_MESSAGE_DAYS,
  };
}

function tlsOf(values: Settings, root: string): TlsSettings | undefined {
  const { KAITONG_TLS_CERT: cert, KAITONG_TLS_KEY: key, KAITONG_TLS_CLIENT_CA: ca } = values;
  if (cert === undefined || key === undefined) return undefined;
  return {
    port: values.KAITONG_TLS_PORT,
    certFile: resolve(root, cert),
    keyFile: resolve(root, key),
    clientCaFile: ca === undefined ? undefined : resolve(root, ca),
    isClientNeeded: ca !== undefined && values.KAITONG_TLS_CLIENTS === 'needed',
  };
}

function text() {
  return z.string({ error: 'a text' });
}

function choice<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

function port() {
  const error = 'a port: a whole number from 0 to 65535';
  return z
    .string({ error })
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((value) => value <= 65_535, { error });
}

function wholeNumber(max: number) {
  const error = `a whole number from 1 to ${max}`;
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= 1 && value <= max, { error });
}

function list<const T extends readonly [string, ...string[]]>(values: T) {
  const error = `a list, separated by commas, of ${values.join(', ')}`;
  return z
    .string({ error })
    .transform((value) => [...new Set(value.split(',').map((part) => part.trim()))])
    .pipe(z.array(z.enum(values, { error }), { error }));
}

function address(what: string, protocols: readonly string[]) {
  return z.string({ error: what }).transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    // A socket has no usual port, so tcp must name one.
    const whole = url && protocols.includes(url.protocol) && (url.protocol !== 'tcp:' || url.port);
    if (whole) return url;
    context.issues.push({ code: 'custom', message: what, input: value });
    return z.NEVER;
  });
}

function connector(protocol: 'tcp:' | 'https:') {
  const what = `sandbox or ${protocol === 'tcp:' ? 'tcp://host:port' : 'an https:// address'}`;
  return z
    .union([z.literal('sandbox'), address(what, [protocol])], { error: what })
    .default('sandbox');
}
