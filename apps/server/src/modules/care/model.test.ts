import { day, shanghai, type Calendar } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import {
  canOf,
  dueIn,
  isReadyForTest,
  isRestored,
  isSecondPerson,
  mayReport,
  nextMover,
} from './model.ts';
import { isOverdue, maySeeTicket, pause, promisesOf, resume, ticketCanOf } from './ticket-model.ts';

const calendar: Calendar = {
  publishedUntil: day('2026-12-31'),
  isWorkingDay: (on) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()),
};
const FRIDAY = shanghai(day('2026-03-13'), '10:00');
type Roles = 'owner' | 'cashier' | 'support' | 'reviewer' | 'risk' | 'technician' | 'agent';
const by = (role: Roles, id = `usr_${role}`, merchantIds: string[] = []) =>
  ({ kind: 'user', role, id, name: role, merchantIds }) as const;

describe('a case', () => {
  it.each([
    ['reported', '2026-03-13T06:00:00.000Z'],
    ['under_review', '2026-03-18T10:00:00.000Z'],
    ['rejected', '2026-03-28T02:00:00.000Z'],
    ['restored', '2026-03-20T02:00:00.000Z'],
    ['testing', undefined],
  ] as const)('at %s is due %s', (status, due) => {
    expect(dueIn(status, { now: FRIDAY, calendar })?.toISOString()).toBe(due);
  });

  it.each([
    [by('owner'), 'network', true],
    [by('owner'), 'risk_abnormal', false],
    [by('support'), 'risk_abnormal', false],
    [by('risk'), 'risk_abnormal', true],
    [by('risk'), 'network', true],
  ] as const)('%o may report %s: %s', (actor, reason, may) => {
    expect(mayReport(actor, reason)).toBe(may);
  });

  it('is decided by a second person', () => {
    const seen = {
      reporterId: 'usr_owner',
      trail: [{ step: 'part', answer: 'power', at: '', by: 'usr_support' }],
    };
    expect(isSecondPerson(by('reviewer'), seen)).toBe(true);
    expect(isSecondPerson(by('reviewer', 'usr_support'), seen)).toBe(false);
    expect(isSecondPerson(by('risk', 'usr_owner'), seen)).toBe(false);
  });

  it.each([
    ['replacement', {}, false, false],
    ['replacement', { newActivated: true }, false, false],
    ['replacement', { newActivated: true, selfTested: true }, true, false],
    ['replacement', { testSale: 'p' }, false, false],
    ['replacement', { testSale: 'p', oldUnbound: true }, false, true],
    ['repair', {}, true, false],
    ['repair', { testSale: 'p' }, true, true],
    [null, { testSale: 'p' }, true, true],
  ] as const)('by %s with %o is ready: %s, restored: %s', (path, proof, ready, restored) => {
    expect([isReadyForTest(path, proof), isRestored(path, proof)]).toEqual([ready, restored]);
  });

  it.each([
    ['under_review', null, 'network', 'reviewer'],
    ['under_review', null, 'risk_abnormal', 'risk'],
    ['approved', 'replacement', 'network', 'operator'],
    ['approved', 'repair', 'network', 'technician'],
    ['testing', 'lift', 'network', 'terminal'],
  ] as const)('at %s by %s for %s waits for the %s', (status, path, reason, who) => {
    expect(nextMover({ status, path, reason })).toBe(who);
  });

  it.each([
    [by('owner'), 'reported', ['diagnose', 'addMaterial']],
    [by('cashier'), 'diagnosing', ['answer', 'addMaterial']],
    [by('support'), 'restored', ['followUp']],
    [by('support'), 'follow_up', ['followUp', 'close']],
    [by('reviewer'), 'under_review', ['approve', 'reject']],
    [by('reviewer', 'usr_first'), 'under_review', []],
    [by('technician'), 'approved', ['recordRepair']],
    [by('owner'), 'rejected', ['appeal', 'addMaterial']],
    [by('risk'), 'closed', []],
  ] as const)('%o may at %s: %j', (actor, status, can) => {
    const trail = [{ step: '', answer: '', at: '', by: 'usr_first' }];
    const seen = { status, path: 'repair', reason: 'network', reporterId: 'usr_x', trail } as const;
    expect(canOf(actor, seen)).toEqual(can);
  });
});

describe('a ticket', () => {
  it.each([
    ['p1', '2026-03-13T02:15:00.000Z', '2026-03-13T06:00:00.000Z'],
    ['p2', '2026-03-13T03:00:00.000Z', '2026-03-16T10:00:00.000Z'],
    ['p3', '2026-03-13T06:00:00.000Z', '2026-03-18T10:00:00.000Z'],
  ] as const)('of %s is answered by %s and solved by %s', (priority, reply, solved) => {
    const promises = promisesOf(priority, { now: FRIDAY, calendar });
    expect(promises.replyDueAt.toISOString()).toBe(reply);
    expect(promises.resolveDueAt.toISOString()).toBe(solved);
  });

  const base = {
    status: 'open',
    reply_due_at: new Date('2026-03-13T03:00:00Z'),
    resolve_due_at: new Date('2026-03-13T06:00:00Z'),
    paused_at: null,
  } as const;

  it('stands still while it waits, and promises that much later', () => {
    const paused = pause(base, new Date('2026-03-13T02:30:00Z'));
    expect(pause(paused, new Date('2026-03-13T02:45:00Z'))).toEqual(paused);
    expect(resume(paused, new Date('2026-03-13T03:30:00Z'))).toMatchObject({
      paused_at: null,
      reply_due_at: new Date('2026-03-13T04:00:00Z'),
      resolve_due_at: new Date('2026-03-13T07:00:00Z'),
    });
    expect(resume(base, FRIDAY)).toEqual(base);
  });

  it.each([
    ['open', '2026-03-13T02:59:00Z', false],
    ['open', '2026-03-13T03:01:00Z', true],
    ['pending', '2026-03-14T00:00:00Z', false],
    ['resolved', '2026-03-14T00:00:00Z', false],
  ] as const)('%s at %s is overdue: %s', (status, at, overdue) => {
    expect(isOverdue({ ...base, status }, new Date(at))).toBe(overdue);
  });

  it.each([
    [by('owner', 'usr_me'), true],
    [by('cashier', 'usr_2', ['mer_1']), true],
    [by('owner', 'usr_3', ['mer_2']), false],
    [by('support'), true],
    [by('agent'), false],
  ] as const)('%o may see it: %s', (actor, may) => {
    expect(maySeeTicket(actor, { merchant_id: 'mer_1', opener_id: 'usr_me' })).toBe(may);
  });

  it.each([
    [by('support'), 'new', ['claim', 'reply']],
    [by('support'), 'open', ['reply', 'resolve']],
    [by('owner'), 'open', ['reply']],
    [by('owner'), 'resolved', ['close', 'reopen']],
    [by('reviewer'), 'open', []],
    [by('owner'), 'closed', []],
  ] as const)('%o may at %s: %j', (actor, status, can) => {
    expect(ticketCanOf(actor, status)).toEqual(can);
  });
});
