import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Checklist } from '../../parts/checklist.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useUnbox, type Order } from './queries.ts';
import { words } from './words.ts';

const things = ['appearance', 'powerCord', 'dataCable', 'manual'] as const;
type Thing = (typeof things)[number];

/** Tick what is there and sound; what is not ticked is reported as missing or broken. */
export function UnboxForm({ orderId }: { orderId: string }) {
  const say = useSay(words);
  const word = useWord();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [isFault, setFault] = useState(false);
  const unbox = useUnbox();
  const has = (thing: Thing) => seen.has(thing);
  const isAll = things.every(has);
  const send = ({ note = '' }: { note?: string }) =>
    unbox.run({
      params: { id: orderId },
      body: {
        appearance: has('appearance'),
        powerCord: has('powerCord'),
        dataCable: has('dataCable'),
        manual: has('manual'),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    });
  const tick = (key: string, isDone: boolean) =>
    setSeen((now) => new Set(isDone ? [...now, key] : [...now].filter((each) => each !== key)));
  return (
    <Section title={say('unbox.title')}>
      <p>{say('unbox.lead')}</p>
      <Form layout="vertical" onFinish={send} className="unbox">
        <Checklist
          label={say('unbox.list')}
          onTick={tick}
          items={things.map((thing) => ({
            key: thing,
            label: word(`orders.unboxing.${thing}`),
            hint: say(`unbox.${thing}`),
            isDone: has(thing),
          }))}
        />
        {isFault && !isAll && (
          <Form.Item name="note" label={say('unbox.note')} extra={say('unbox.note.hint')}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        )}
        <Foot
          problem={unbox.problem}
          note={isAll ? undefined : say('unbox.left', { count: things.length - seen.size })}
        >
          {!isAll && !isFault && (
            <Button onClick={() => setFault(true)}>{say('unbox.faulty')}</Button>
          )}
          <Button
            type="primary"
            htmlType="submit"
            disabled={!isAll && !isFault}
            loading={unbox.isBusy}
          >
            {say(isAll || !isFault ? 'unbox.sound' : 'unbox.fault')}
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}

/** What was found in the parcel. */
export function UnboxedView({ unboxing }: { unboxing: NonNullable<Order['unboxing']> }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Section title={say('unboxed.title')} aside={<When at={unboxing.at} near />}>
      <Checklist
        label={say('unbox.list')}
        items={things.map((thing) => ({
          key: thing,
          label: word(`orders.unboxing.${thing}`),
          isDone: unboxing[thing],
        }))}
      />
      {unboxing.note && <p>{unboxing.note}</p>}
    </Section>
  );
}
