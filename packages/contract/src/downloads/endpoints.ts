import { z } from 'zod';
import { endpoint, roles, type Role } from '../endpoint.ts';
import { momentShape } from '../shapes.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9A-F]{${2 * bytes}}$`));
const n12 = z.string().regex(/^\d{12}$/);
const staff: readonly Role[] = roles.filter(
  (role) => !['owner', 'cashier', 'agent'].includes(role),
);

/** A certification authority's public key of a card scheme (EMV Book 2). */
const caKey = z.object({
  rid: hex(5),
  index: hex(1),
  expiresOn: z.string().regex(/^\d{8}$/),
  modulus: z.string().regex(/^(?:[0-9A-F]{2}){64,248}$/),
  exponent: z.enum(['03', '010001']),
  /** SHA-1 over RID, index, modulus and exponent. */
  checksum: hex(20),
});

/** How a terminal treats an application of a chip (EMV Book 4; 9F06 and what follows it). */
const aid = z.object({
  aid: z.string().regex(/^(?:[0-9A-F]{2}){5,16}$/),
  /** `00`: a name that only begins like this is taken too. */
  selection: z.enum(['00', '01']),
  appVersion: hex(2),
  tacDefault: hex(5),
  tacOnline: hex(5),
  tacDenial: hex(5),
  floorLimit: hex(4),
  threshold: hex(4),
  /** Chance of going online, in percent, as two digits. */
  maxTargetPercent: z.string().regex(/^\d{2}$/),
  targetPercent: z.string().regex(/^\d{2}$/),
  ddol: z.string().regex(/^(?:[0-9A-F]{2}){1,64}$/),
  onlinePin: z.enum(['00', '01']),
  ecashLimit: n12,
  contactlessFloor: n12,
  contactlessLimit: n12,
  contactlessCvmLimit: n12,
});

/** A setting of contactless payments, by its tag: FF8058 is the most that goes without a PIN. */
const contactless = z.object({
  tag: z.enum([
    'FF805D',
    'FF803A',
    'FF803C',
    'FF8054',
    'FF8058',
    'FF8055',
    'FF8056',
    'FF8057',
    'FF805A',
    'FF8059',
  ]),
  value: z.string().regex(/^[\x20-\x7E]{1,99}$/),
});

/** The first digits of card numbers. */
const bin = z.string().regex(/^\d{2,12}$/);

const ROWS_MAX = 500;
/** A terminal says with two digits how many names of a list it has. */
const NAMES_MAX = 99;
const rowsOf = <Row extends z.ZodType>(row: Row, most = ROWS_MAX) => z.array(row).max(most);

const table = z.discriminatedUnion('table', [
  z.object({ table: z.literal('caKeys'), rows: rowsOf(caKey, NAMES_MAX) }),
  z.object({ table: z.literal('aids'), rows: rowsOf(aid, NAMES_MAX) }),
  z.object({ table: z.literal('contactless'), rows: rowsOf(contactless) }),
  /** Cards of which small amounts need no PIN. */
  z.object({ table: z.literal('noPinBins'), rows: rowsOf(bin) }),
  /** Cards that need a PIN although they stand in the table before. */
  z.object({ table: z.literal('noPinBlocked'), rows: rowsOf(bin) }),
  /** Cards that no terminal takes. */
  z.object({ table: z.literal('blacklist'), rows: rowsOf(bin) }),
]);

const tableNames = [
  'caKeys',
  'aids',
  'contactless',
  'noPinBins',
  'noPinBlocked',
  'blacklist',
] as const;

/** 0 until a first table was put in. */
const version = z.int().min(0);
const stamp = z.object({ version, at: momentShape.optional(), by: z.string().optional() });

export const endpoints = {
  listTables: endpoint({
    method: 'GET',
    path: '/v1/downloads',
    summary: 'Lists the tables that terminals download, with their versions.',
    access: staff,
    reply: z.object({
      tables: z.array(stamp.extend({ table: z.enum(tableNames), count: z.int() })),
    }),
  }),
  readTable: endpoint({
    method: 'GET',
    path: '/v1/downloads/:id',
    summary: 'Shows one table that terminals download.',
    access: staff,
    params: z.object({ id: z.enum(tableNames) }),
    reply: z.object({ content: table, stamp }),
  }),
  replaceTable: endpoint({
    method: 'PUT',
    path: '/v1/downloads',
    summary: 'Replaces a table, whole; every terminal is asked to download it.',
    access: ['admin'],
    body: z.object({
      content: table,
      /** The version that was read; when another came in between, nothing is replaced. */
      after: version,
      why: z.string().trim().min(2).max(200),
    }),
    reply: stamp,
    refusals: ['downloads.moved', 'downloads.twice', 'downloads.checksum'],
  }),
} as const;
