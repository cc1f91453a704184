/** What everyone sees at the end: the line of stations, the chain of records, the books. */
import { api, wordOr, type ReplyOf } from '@kaitong/contract';
import { must } from './expect.ts';
import { says, table } from './narrator.ts';
import { wordOf, type MerchantStory } from './story.ts';

type Station = ReplyOf<typeof api.journey.readJourney>['stations'][number];

export type Ending = {
  readonly stations: readonly { readonly key: string; readonly state: string }[];
  readonly records: number;
  readonly invariants: readonly { readonly id: string; readonly holds: boolean }[];
};

export async function ending(story: MerchantStory, applicationId: string): Promise<Ending> {
  story.tell.scene(11);
  const { stations } = await tellStations(story, applicationId);
  await tellMessages(story);
  const records = await tellRecords(story);
  const invariants = await tellBooks(story);
  return {
    stations: stations.map(({ key, state }) => ({ key, state })),
    records,
    invariants: invariants.map(({ id, holds }) => ({ id, holds })),
  };
}

const SIGNS = { done: '●', current: '◉', waiting: '◔', next: '○', problem: '✗' } as const;

async function tellStations(story: MerchantStory, id: string) {
  const journey = await story.owner.ask(api.journey.readJourney, { params: { id } });
  const open = journey.stations.filter(({ state }) => state === 'problem');
  must(open.length === 0, `A station has a problem: ${JSON.stringify(open)}.`);
  story.tell.line(story.owner, 'end.stations', {
    facts: { events: journey.history.length, charts: journey.charts.length },
    sees: [
      table([journey.stations.map((station) => stationText(story, station)).join(' ── ')]),
      table(
        journey.charts.map(({ chart, status, visited }) => {
          const path = visited.map((each) => wordOr(story.lang, `${chart}.${each}`)).join(' › ');
          return `${chart}: ${path} [${wordOr(story.lang, `${chart}.${status}`)}]`;
        }),
      ),
    ],
  });
  return journey;
}

function stationText({ lang }: MerchantStory, { key, state }: Station): string {
  return `${SIGNS[state]} ${wordOf(lang, `journey.station.${key}`)}`;
}

const MESSAGES_MIN = 10;
const NEWEST = 3;

/** What came as text message also lies in the app, until it is read. */
async function tellMessages({ owner, tell }: MerchantStory): Promise<void> {
  const { rows, unread } = await owner.ask(api.messages.listMessages, { query: { limit: 100 } });
  must(
    unread >= MESSAGES_MIN && rows.every(({ sms }) => sms !== 'failed'),
    `Expected at least ${MESSAGES_MIN} messages in the app, all delivered; saw ${unread}.`,
  );
  await owner.ask(api.messages.readAllMessages, {});
  const after = await owner.ask(api.messages.listMessages, { query: { unread: true } });
  must(after.unread === 0, 'A message that was read should not be new any more.');
  tell.line(owner, 'end.messages', {
    facts: { count: rows.length },
    sees: rows.slice(0, NEWEST).map(({ text }) => says(text)),
  });
}

async function tellRecords(story: MerchantStory): Promise<number> {
  const { auditor } = story.staff;
  const { whole, records, troubles } = await auditor.ask(api.audit.verify, {});
  must(whole, `The chain of records is broken: ${JSON.stringify(troubles)}.`);
  story.tell.line(auditor, 'end.records', { facts: { records } });
  return records;
}

async function tellBooks(story: MerchantStory) {
  const { finance } = story.staff;
  const { holds, rows } = await finance.ask(api.ledger.checkInvariants, {});
  const broken = rows.filter((row) => !row.holds);
  must(holds, `The books do not hold: ${JSON.stringify(broken)}.`);
  story.tell.line(finance, 'end.books', {
    facts: { count: rows.length },
    sees: rows.map(({ id, says: sentence }) => says(`${id} ✓ ${sentence}`)),
  });
  return rows;
}
