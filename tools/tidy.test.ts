import { describe, expect, it } from 'vitest';
import { sources, tidy, tidyTree } from './tidy.ts';

const modules = 'apps/server/src/modules';

it('finds nothing to tidy', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(100);
  expect([...files.flatMap(tidy), ...tidyTree(files)]).toEqual([]);
});

describe('what may stand where', () => {
  it.each([
    ['process.env.HOME', 'packages/contract/src/api.ts', 'only config.ts reads the environment'],
    ['new Date()', `${modules}/payments/void.ts`, 'only platform/clock.ts reads the clock'],
    ['Date.now()', 'apps/web/src/app/page.tsx', 'take the time as an argument'],
    ['Math.random()', `${modules}/payments/void.test.ts`, 'chance is an argument'],
    ["import { sql } from 'kysely';", `${modules}/payments/void.ts`, 'only the store'],
    ["import pg from 'pg';", `${modules}/payments/void.ts`, 'only the store'],
    ['const rows = sql`select 1`;', `${modules}/payments/void.ts`, 'only the store'],
    ['const rows = sql<{ id: string }>`select id`;', `${modules}/audit/model.ts`, 'only the store'],
    ["tx.selectFrom('payment')", `${modules}/payments/void.ts`, 'only the store'],
    ["import type { A } from 'fastify';", `${modules}/payments/void.ts`, 'only routes.ts'],
    ["import a from '@fastify/cookie';", 'apps/server/src/platform/log.ts', 'only routes.ts'],
    ["console.log('paid')", `${modules}/payments/void.ts`, 'through the logger'],
    ["it.only('pays', () => {});", `${modules}/payments/void.test.ts`, 'every test runs'],
    ["describe.skip('pays', () => {});", `${modules}/payments/void.test.ts`, 'every test runs'],
    ["test.todo('pays');", 'tests/e2e/pay.browser.test.ts', 'every test runs'],
    ['// FIXME later', 'packages/values/src/money.ts', 'mend it'],
    ['// TODO: later', 'packages/values/src/money.ts', 'with an issue'],
    ["export * from './money.ts';", 'packages/values/src/index.ts', 'names what it exports'],
    ["import fs from 'node:fs';", 'packages/iso8583/src/frames.ts', 'packages are pure'],
    ['<b>提交</b>', 'apps/web/src/features/onboarding/page.tsx', 'words live in words files'],
    ['<b>OK。</b>', 'apps/web/src/parts/button.tsx', 'words live in words files'],
  ])('%s may not stand in %s', (text, path, complaint) => {
    expect(tidy({ path, text })).toEqual([expect.stringContaining(complaint)]);
  });

  it.each([
    ['process.env', 'apps/server/src/config.ts'],
    ['process.env', 'apps/web/vite.config.ts'],
    ['process.env', 'tools/test.mjs'],
    ['new Date()', 'apps/server/src/platform/clock.ts'],
    ['new Date()', `${modules}/payments/void.test.ts`],
    ['new Date(0)', `${modules}/payments/void.ts`],
    ['Math.random()', 'apps/server/src/platform/ids.ts'],
    ["import { sql } from 'kysely'; sql`select 1`;", `${modules}/payments/store.ts`],
    ["import { sql } from 'kysely';", `${modules}/payments/void.db.test.ts`],
    ["import pg from 'pg';", 'apps/server/src/platform/postgres.ts'],
    ["import pg from 'pg';", 'apps/server/src/testing/cluster.ts'],
    ["import type { A } from 'fastify';", `${modules}/payments/routes.ts`],
    ["import type { A } from 'fastify';", 'apps/server/src/platform/http-keys.ts'],
    ["import fastify from 'fastify';", 'apps/server/src/platform/server.ts'],
    ["import fastify from 'fastify';", 'apps/server/src/app.ts'],
    ["import files from '@fastify/static';", 'apps/server/src/pages.ts'],
    ["console.log('ready')", 'apps/server/src/main.ts'],
    ["console.log('paid')", 'tests/journey/say.ts'],
    ['// TODO(#12): later', 'packages/values/src/money.ts'],
    ['// only clock.ts may say new Date()', `${modules}/payments/void.ts`],
    ["import fs from 'node:fs';", 'apps/server/src/platform/postgres.ts'],
    ["const label = '提交';", 'apps/web/src/words/zh-Hans.ts'],
    ["const label = '提交';", 'packages/contract/src/onboarding/words.ts'],
    ["expect(page).toHaveText('提交')", 'apps/web/src/app/page.test.tsx'],
  ])('%s may stand in %s', (text, path) => {
    expect(tidy({ path, text })).toEqual([]);
  });

  it('names the line', () => {
    const text = 'one\ntwo\nconst now = Date.now();\n';
    expect(tidy({ path: 'packages/values/src/day.ts', text })[0]).toMatch(
      /^packages\/values\/src\/day\.ts:3: Date\.now\(\) is not for here/,
    );
  });
});

describe('who may import whom', () => {
  it.each([
    // Rows: beside, below, and every part of the server that is not for modules.
    ['#contracts', `${modules}/payments/void.ts`, 'payments stands beside or below contracts'],
    ['#payments', `${modules}/ledger/post.ts`, 'ledger stands beside or below payments'],
    ['#journey', `${modules}/care/open.ts`, 'care stands beside or below journey'],
    ['#sandbox/bank', `${modules}/orders/pay.ts`, 'modules does not import sandbox'],
    ['#testing/world', `${modules}/orders/pay.ts`, 'only tests'],
    ['#ledger', 'apps/server/src/platform/db.ts', 'platform does not import modules'],
    ['#ledger', 'apps/server/src/sandbox/bank.ts', 'sandbox does not import modules'],
    ['#config', 'apps/server/src/sandbox/bank.ts', 'sandbox does not import config'],
    ['#ledger', 'apps/server/src/connectors/bank.ts', 'connectors does not import modules'],
    ['#sandbox/bank', 'apps/server/src/platform/db.ts', 'platform does not import sandbox'],
    // Folders: a relative import stays at home.
    [
      '../ledger/store.ts',
      `${modules}/payments/void.ts`,
      'leaves apps/server/src/modules/payments',
    ],
    ['../../platform/db.ts', `${modules}/payments/void.ts`, 'leaves apps/server/src/modules/pay'],
    ['../app.ts', 'apps/server/src/platform/db.ts', 'leaves apps/server/src/platform'],
    ['../../server/src/app.ts', 'apps/web/src/api.ts', 'leaves apps/web'],
    ['../../values/src/money.ts', 'packages/contract/src/api.ts', 'leaves packages/contract'],
    // Packages: by their door, and only those they stand on.
    ['@kaitong/values/src/money.ts', `${modules}/payments/void.ts`, 'by its door only'],
    ['@kaitong/server', 'apps/web/src/api.ts', 'nothing imports an app'],
    ['@kaitong/contract', 'packages/values/src/money.ts', 'values does not stand on contract'],
    ['@kaitong/values', 'packages/iso8583/src/mac.ts', 'iso8583 does not stand on values'],
    ['@kaitong/contract', 'packages/terminal/src/pos.ts', 'terminal does not stand on contract'],
    // The web.
    ['../orders/queries.ts', 'apps/web/src/features/care/page.tsx', 'does not import another'],
    ['../features/care/page.tsx', 'apps/web/src/parts/card.tsx', 'only app/ puts features'],
  ])('%s is not for %s', (specifier, path, complaint) => {
    expect(tidy({ path, text: `import { x } from '${specifier}';` })).toEqual([
      expect.stringContaining(complaint),
    ]);
  });

  it.each([
    ['#ledger', `${modules}/payments/void.ts`],
    ['#audit', `${modules}/identity/sign-in.ts`],
    ['#platform/db', `${modules}/payments/void.ts`],
    ['#connectors/bank', `${modules}/orders/pay.ts`],
    ['#testing/world', `${modules}/orders/pay.db.test.ts`],
    ['#payments', 'apps/server/src/app.ts'],
    ['./sandbox/index.ts', 'apps/server/src/app.ts'],
    ['#payments', 'apps/server/src/testing/world.ts'],
    ['#config', 'apps/server/src/platform/services.ts'],
    ['#platform/clock', 'apps/server/src/sandbox/bank.ts'],
    ['./store.ts', `${modules}/payments/void.ts`],
    ['../../apps/server/src/app.ts', 'tests/simulation/town.ts'],
    ['../apps/server/src/app.ts', 'tools/docs.ts'],
    ['@kaitong/values', 'packages/contract/src/money.ts'],
    ['@kaitong/terminal', 'tests/bench/sales.ts'],
    ['../../parts/money.tsx', 'apps/web/src/features/care/page.tsx'],
    ['./queries.ts', 'apps/web/src/features/care/page.tsx'],
    ['../features/care/page.tsx', 'apps/web/src/app/routes.tsx'],
  ])('%s may be imported by %s', (specifier, path) => {
    expect(tidy({ path, text: `import { x } from '${specifier}';` })).toEqual([]);
  });

  it('sees imports without names, and those made later', () => {
    const path = 'apps/server/src/platform/db.ts';
    expect(tidy({ path, text: "import '#ledger';" })).toHaveLength(1);
    expect(tidy({ path, text: "await import('#ledger');" })).toHaveLength(1);
    expect(tidy({ path, text: "import {\n  x,\n} from '#ledger';" })).toHaveLength(1);
  });
});

describe('how files look', () => {
  it('holds a file to 400 lines, tables of words and data excepted', () => {
    const text = 'x\n'.repeat(401);
    expect(tidy({ path: 'packages/values/src/money.ts', text })).toEqual([
      expect.stringContaining('401 lines; split it'),
    ]);
    for (const path of [
      'packages/contract/src/care/words.ts',
      'apps/web/src/words/zh-Hans.ts',
      `${modules}/catalogue/mcc.data.ts`,
    ])
      expect(tidy({ path, text })).toEqual([]);
    expect(tidy({ path: 'packages/values/src/money.ts', text: text.slice(2) })).toEqual([]);
  });

  it.each([
    [`${modules}/payments/voidPayment.ts`, 'kebab-case'],
    ['apps/web/src/parts/StatusTag.tsx', 'kebab-case'],
    ['apps/web/src/parts/utils.ts', 'no home yet'],
    [`${modules}/payments/helpers/round.ts`, 'no home yet'],
  ])('does not like the name %s', (path, complaint) => {
    expect(tidy({ path, text: '' })).toEqual([expect.stringContaining(complaint)]);
  });

  it('lets files that are played in order begin with their number', () => {
    expect(tidy({ path: 'tests/journey/steps/01-advise.ts', text: '' })).toEqual([]);
  });

  it.each([
    ['0001_ledger.sql', '-- Why.\ncreate table x ();', []],
    ['1_ledger.sql', '-- Why.', ['a migration is NNNN_what.sql']],
    ['0001-ledger.sql', '-- Why.', ['a migration is NNNN_what.sql']],
    ['0001_ledger.sql', 'create table x ();', ['begins with a comment']],
  ])('reads the migration %s', (name, text, complaints) => {
    expect(tidy({ path: `apps/server/migrations/${name}`, text })).toEqual(
      complaints.map((complaint) => expect.stringContaining(complaint) as string),
    );
  });
});

describe('the tree', () => {
  it('has a door for every module, a row for it, and one migration to a number', () => {
    const paths = [
      `${modules}/ledger/index.ts`,
      `${modules}/ledger/post.ts`,
      `${modules}/payments/void.ts`,
      `${modules}/loyalty/index.ts`,
      'apps/server/migrations/0011_ledger.sql',
      'apps/server/migrations/0011_payments.sql',
    ];
    expect(tidyTree(paths.map((path) => ({ path, text: '' })))).toEqual([
      `${modules}/payments/index.ts is missing: a module has a door`,
      'module loyalty stands in no row: add it to LAYERS in tools/tidy.ts',
      'two migrations have the number 0011',
    ]);
  });
});
