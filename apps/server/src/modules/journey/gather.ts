import type { EventType, Role } from '@kaitong/contract';
import { historyOf } from '#audit';
import { picture } from '#platform/chart';
import type { Ask } from '#platform/ask';
import type { Db } from '#platform/db';
import { openDeadline } from '#platform/deadlines';
import type { Module } from '#platform/module';
import { careModule } from '#care';
import { contractsModule } from '#contracts';
import { onboardingModule, type CaseFile } from '#onboarding';
import { ordersModule } from '#orders';
import { firstSaleAt } from '#payments';
import { settlementModule } from '#settlement';
import { terminalsModule } from '#terminals';
import { visitsModule } from '#visits';
import {
  presentOf,
  standingsOf,
  stateOf,
  walksOf,
  type Happened,
  type Standing,
  type Walk,
} from './model.ts';

/** The charts that a case walks over, from the modules that obey them. */
export const charts = Object.assign(
  {},
  ...[
    onboardingModule,
    contractsModule,
    ordersModule,
    visitsModule,
    terminalsModule,
    settlementModule,
    careModule,
  ].map((module) => module.charts),
) as NonNullable<Module['charts']>;

const HISTORY_MAX = 2000;
const SHOWN_MAX = 200;

/** The deadlines that may hang on a station, by its chart. */
const DEADLINES: Readonly<Record<string, readonly string[]>> = {
  contract: ['contracts.lapse'],
  order: ['orders.payBy'],
  visit: ['visits.due'],
  case: ['care.followUp', 'care.respond', 'care.due'],
};

type Gathered = {
  readonly walks: readonly Walk[];
  readonly standings: readonly Standing[];
  readonly present: Standing | undefined;
  readonly history: readonly Happened[];
};

async function gather(db: Db, file: CaseFile): Promise<Gathered> {
  const { id: applicationId, merchantId } = file;
  const records = await historyOf(db, {
    applicationId,
    ...(merchantId === undefined ? {} : { merchantId }),
    limit: HISTORY_MAX,
  });
  const history = records.map(({ at, type, payload, role, actor }) => ({
    at,
    type,
    payload,
    who: role ?? partyOf(actor),
  }));
  const walks = walksOf(history);
  const replacementOrders = history.flatMap(({ type, payload }) =>
    type === ('case.replacementOrdered' satisfies EventType)
      ? [(payload as { orderId: string }).orderId]
      : [],
  );
  const sold = merchantId === undefined ? undefined : await firstSaleAt(db, merchantId);
  const standings = standingsOf(walks, { firstSaleAt: sold, replacementOrders });
  return { walks, standings, present: presentOf(standings), history };
}

async function dueOf(db: Db, file: CaseFile, standing: Standing): Promise<Date | undefined> {
  if (standing.chart === 'application') return file.dueAt;
  for (const kind of DEADLINES[standing.chart ?? ''] ?? []) {
    const due = await openDeadline(db, kind, standing.subject ?? '');
    if (due) return due;
  }
  return undefined;
}

/** Who moves a case without a name is the terminal, which activates itself by its code. */
function partyOf(actor: string): string {
  const [party = ''] = actor.split(':');
  return party === 'nobody' ? 'terminal' : party;
}

/** One line of the list: where the case stands and who has the move. */
export async function rowOf(db: Db, file: CaseFile) {
  const { present } = await gather(db, file);
  return headOf(db, file, present);
}

async function headOf(db: Db, file: CaseFile, present: Standing | undefined) {
  const dueAt = present && (await dueOf(db, file, present));
  return {
    applicationId: file.id,
    applicationNo: file.number,
    title: file.title,
    ...(file.merchantId === undefined ? {} : { merchantId: file.merchantId }),
    station: present?.key ?? ('settle' as const),
    ...(present ? { who: present.who } : {}),
    ...(dueAt ? { dueAt } : {}),
    openedAt: file.createdAt,
  };
}

/** The whole case as everyone sees it. */
export async function journeyOf(db: Db, ask: Ask, file: CaseFile) {
  const { walks, standings, present, history } = await gather(db, file);
  const role: Role | undefined = ask.by.kind === 'user' ? ask.by.role : undefined;
  const head = await headOf(db, file, present);
  return {
    ...head,
    stations: standings.map((standing) => ({
      key: standing.key,
      state: stateOf(standing, { present, role }),
      ...(standing.at ? { at: standing.at } : {}),
      ...(standing.done ? {} : { who: standing.who }),
      ...(standing === present && head.dueAt ? { dueAt: head.dueAt } : {}),
      ...(standing.chart === undefined ? {} : { chart: standing.chart, status: standing.status }),
    })),
    charts: walks.flatMap(liveChart),
    history: history
      .slice(-SHOWN_MAX)
      .toReversed()
      .map(({ at, type, who }) => ({ at, type, who })),
  };
}

/** The very chart that the server obeys, with the way this thing has gone. */
function liveChart({ chart, subject, status, visited }: Walk) {
  const machine = charts[chart];
  if (!machine) return [];
  const { nodes, edges, initial } = picture(chart, machine);
  return [
    {
      chart,
      subject,
      status,
      nodes: [...nodes],
      edges: [...edges],
      visited: [...new Set([initial, ...visited])],
    },
  ];
}
