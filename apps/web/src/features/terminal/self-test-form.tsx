/** Ticks for what the machine can do. Whatever is not ticked counts as failed. */
import { Button } from 'antd';
import { useState } from 'react';
import { Callout } from '../../parts/callout.tsx';
import { Checklist } from '../../parts/checklist.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useRecordSelfTest, type SelfTest, type Terminal } from './queries.ts';
import { words } from './words.ts';

const parts = ['card', 'qr', 'refund', 'print'] as const;
const nothing: SelfTest = { card: false, qr: false, refund: false, print: false };

export function SelfTestForm({ terminal: { id, selfTest } }: { terminal: Terminal }) {
  const say = useSay(words);
  const [test, setTest] = useState(nothing);
  const record = useRecordSelfTest();
  const failed = parts.filter((part) => !test[part]).length;
  return (
    <Section title={say('test.title')}>
      {selfTest && <Failed selfTest={selfTest} />}
      <p className="quiet">{say('test.lead')}</p>
      <Checklist
        label={say('test.title')}
        items={parts.map((part) => ({
          key: part,
          label: say(`test.${part}`),
          hint: say(`test.${part}.hint`),
          isDone: test[part],
        }))}
        onTick={(part, isDone) => setTest({ ...test, [part]: isDone })}
      />
      <Foot problem={record.problem}>
        <Button
          {...(failed === 0 ? { type: 'primary' as const } : { block: true })}
          loading={record.isBusy}
          onClick={() => record.run({ params: { id }, body: test })}
        >
          {failed === 0 ? say('test.allGood') : say('test.some', { count: failed })}
        </Button>
      </Foot>
    </Section>
  );
}

function Failed({ selfTest }: { selfTest: NonNullable<Terminal['selfTest']> }) {
  const say = useSay(words);
  const failed = parts.filter((part) => !selfTest[part]);
  if (failed.length === 0) return null;
  return (
    <Callout tone="harm" title={say('test.failed')}>
      <p>
        <When at={selfTest.at} near /> · {failed.map((part) => say(`test.${part}`)).join(' · ')}
      </p>
      <p>{say('test.failed.text')}</p>
    </Callout>
  );
}
