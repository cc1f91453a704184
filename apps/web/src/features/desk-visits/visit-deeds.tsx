/** What the technician or the operator may do with a visit now. */
import { isDay } from '@kaitong/values';
import { Form, Input } from 'antd';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { useHearing } from '../../parts/when.tsx';
import { dayText } from '../../parts/when-text.ts';
import { useSay } from '../../words/say.ts';
import { fromLocal, toLocal } from './local-time.ts';
import { useVisitDeeds, type Visit } from './queries.ts';
import { words } from './words.ts';

export function VisitDeeds({ visit }: { visit: Visit }) {
  const say = useSay(words);
  const deeds = [useScheduling(visit), ...useGoing(visit), ...useEnding(visit)];
  return (
    <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => visit.can.includes(key))} />
  );
}

function useScheduling({ id, dueOn, startsAt, proposedAt, can }: Visit) {
  const say = useSay(words);
  const hearing = useHearing();
  const { schedule } = useVisitDeeds();
  const until = isDay(dueOn) ? dayText(dueOn, hearing) : dueOn;
  return deed<{ at: string }>({
    key: 'schedule',
    label: say(startsAt ? 'schedule.again' : 'schedule.do'),
    // Where one may go already, moving the time is the lesser thing.
    ...(can.includes('depart') ? {} : { tone: 'primary' as const }),
    initial: { at: toLocal(startsAt ?? proposedAt) },
    fields: (
      <Form.Item
        name="at"
        label={say('schedule.when')}
        extra={say('schedule.hint', { day: until })}
        rules={[{ required: true, message: say('house.required') }]}
      >
        <Input type="datetime-local" step={900} />
      </Form.Item>
    ),
    act: schedule,
    go: ({ at }) => {
      const wanted = fromLocal(at);
      if (wanted) schedule.run({ params: { id }, body: { startsAt: wanted } });
    },
  });
}

function useGoing({ id, status }: Visit) {
  const say = useSay(words);
  const { depart, start } = useVisitDeeds();
  const params = { id };
  const isOnTheWay = status === 'en_route';
  return [
    deed({
      key: 'depart',
      label: say('depart.do'),
      ...(isOnTheWay ? {} : { tone: 'primary' as const }),
      act: depart,
      go: () => depart.run({ params }),
    }),
    deed({
      key: 'start',
      label: say('start.do'),
      ...(isOnTheWay ? { tone: 'primary' as const } : {}),
      act: start,
      go: () => start.run({ params }),
    }),
  ];
}

function useEnding({ id }: Visit) {
  const say = useSay(words);
  const { absence, fail, cancel } = useVisitDeeds();
  const params = { id };
  const reason = (
    <Form.Item
      name="reason"
      label={say('reason.label')}
      rules={[{ required: true, min: 2, message: say('house.required') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
    </Form.Item>
  );
  return [
    deed({
      key: 'reportAbsence',
      label: say('absence.do'),
      warning: say('absence.text'),
      act: absence,
      go: () => absence.run({ params }),
    }),
    deed<{ reason: string }>({
      key: 'fail',
      label: say('fail.do'),
      tone: 'harm',
      warning: say('fail.text'),
      fields: reason,
      act: fail,
      go: (body) => fail.run({ params, body }),
    }),
    deed<{ reason: string }>({
      key: 'cancel',
      label: say('cancel.do'),
      tone: 'harm',
      warning: say('cancel.text'),
      fields: reason,
      act: cancel,
      go: (body) => cancel.run({ params, body }),
    }),
  ];
}
