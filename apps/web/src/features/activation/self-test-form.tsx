import { Button } from 'antd';
import { useState } from 'react';
import { Checklist } from '../../parts/checklist.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useRecordSelfTest } from './queries.ts';
import { words } from './words.ts';

const tests = ['card', 'qr', 'refund', 'print'] as const;

/** Four things to try on the machine; all four good open the last gate. */
export function SelfTestForm({ terminalId }: { terminalId: string }) {
  const say = useSay(words);
  const record = useRecordSelfTest();
  const [good, setGood] = useState<ReadonlySet<string>>(new Set());
  const isAll = tests.every((test) => good.has(test));
  const tick = (key: string, isDone: boolean) =>
    setGood((now) => new Set(isDone ? [...now, key] : [...now].filter((each) => each !== key)));
  const send = () =>
    record.run({
      params: { id: terminalId },
      body: {
        card: good.has('card'),
        qr: good.has('qr'),
        refund: good.has('refund'),
        print: good.has('print'),
      },
    });
  return (
    <Section title={say('test.title')}>
      <p>{say('test.lead')}</p>
      <Checklist
        label={say('test.label')}
        onTick={tick}
        items={tests.map((test) => ({
          key: test,
          label: say(`test.${test}`),
          hint: say(`test.${test}.how`),
          isDone: good.has(test),
        }))}
      />
      <ErrorNotice problem={record.problem} />
      <Button block type={isAll ? 'primary' : 'default'} loading={record.isBusy} onClick={send}>
        {say(isAll ? 'test.good' : 'test.bad')}
      </Button>
    </Section>
  );
}
