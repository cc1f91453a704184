import { beforeAll, expect, it } from 'vitest';
import { onboardingModule } from '#onboarding';
import { picture } from '#platform/chart';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { tell } from '#audit';
import { openDeadline, setDeadline } from '#platform/deadlines';
import { charts, journeyOf, rowOf } from './gather.ts';
import { trail } from './trail.data.ts';

const test = testDatabase();
let world: World;
const DUE = new Date('2026-03-20T09:30:00Z');
const file = () => ({
  id: 'app_0000000001',
  number: 'KT1',
  title: 'Tea',
  merchantId: 'mer_0000000001',
  dueAt: undefined,
  createdAt: world.now(),
});

beforeAll(async () => {
  world = makeWorld(test);
  const ids = { applicationId: 'app_0000000001', merchantId: 'mer_0000000001' };
  const owner = world.ask('owner');
  await world.transact(async (tx) => {
    await tell(tx, owner, {
      type: 'application.opened',
      payload: { applicationId: ids.applicationId },
    });
    await tell(tx, owner, {
      type: 'application.submitted',
      payload: { applicationId: ids.applicationId, revision: 1 },
    });
    await tell(tx, world.ask('reviewer'), { type: 'application.approved', payload: ids });
    await tell(tx, world.system(), {
      type: 'contract.ready',
      payload: { ...ids, contractId: 'con_0000000001' },
    });
    await setDeadline(tx, { kind: 'contracts.lapse', subject: 'con_0000000001', dueAt: DUE });
  });
});

it('says who has the move and by when, the same to everyone', async () => {
  expect(await openDeadline(test.db, 'contracts.lapse', 'con_0000000001')).toEqual(DUE);
  expect(await rowOf(test.db, file())).toMatchObject({
    station: 'contract',
    who: 'owner',
    dueAt: DUE,
  });
  const owners = await journeyOf(test.db, world.ask('owner'), file());
  const reviewers = await journeyOf(test.db, world.ask('reviewer'), file());
  const stateOf = (journey: typeof owners) =>
    journey.stations.find(({ key }) => key === 'contract')?.state;
  expect([stateOf(owners), stateOf(reviewers)]).toEqual(['current', 'waiting']);
});

it('draws the very chart that the house obeys, with the way that was gone', async () => {
  const journey = await journeyOf(test.db, world.ask('owner'), file());
  const application = journey.charts.find(({ chart }) => chart === 'application');
  const machine = onboardingModule.charts?.['application'];
  expect(application?.edges).toEqual(machine && picture('application', machine).edges);
  expect(application?.visited).toEqual(['draft', 'queued', 'to_be_signed']);
  expect(journey.history.map(({ type }) => type)).toEqual([
    'contract.ready',
    'application.approved',
    'application.submitted',
    'application.opened',
  ]);
});

it('reads the audit chain only into states that the charts have', () => {
  const unknown = Object.values(trail).filter(
    ({ chart, status }) => !status.startsWith(':') && !(status in (charts[chart]?.states ?? {})),
  );
  expect(unknown).toEqual([]);
});
