import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { startTable } from './start-table.ts';

const house = { root: '/srv', keptSecret: () => 'made' };

it('tells people where the house is, as whom to come in, and where its things are', () => {
  const table = startTable({
    config: readConfig(house, {}),
    database: '/srv/data/postgres',
    seconds: 3.21,
    rows: [
      { label: 'Web', value: 'http://localhost:8080' },
      { label: 'Staff', value: 'reviewer / one\nrisk / two' },
    ],
  });
  expect(table).toBe(`
Kaitong is ready (sandbox, 3.2 s). Ctrl-C stops it.

  Web       http://localhost:8080
  Staff     reviewer / one
            risk / two
  Data      /srv/data
  Database  /srv/data/postgres
  Log       /srv/data/kaitong.log
`);
});
