/** Who of the merchant is trained: without one nobody trades. */
import { api } from '@kaitong/contract';
import { Form, Input } from 'antd';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { Part } from '../../parts/desk/detail.tsx';
import { useMay } from '../../parts/desk/may.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useTrainings, useWaive } from './queries.ts';
import { trainingTones } from './tones.ts';
import { words } from './words.ts';

export function TrainingPart({ merchantId }: { merchantId: string }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Part title={say('training.title')}>
      <Loaded query={useTrainings(merchantId)} lines={2}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p className="quiet">{say('training.none')}</p>}
            <ul className="trainings">
              {rows.map(({ userId, name, status, attempts, passedAt }) => (
                <li key={userId}>
                  <span>{name}</span>
                  <StatusTag tone={trainingTones[status]}>{word(`training.${status}`)}</StatusTag>
                  <span className="quiet">
                    {passedAt ? (
                      <When at={passedAt} near />
                    ) : (
                      attempts > 0 && say('training.attempts', { count: attempts })
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {!rows.some(({ status }) => status === 'passed' || status === 'waived') && (
              <Waive merchantId={merchantId} />
            )}
          </>
        )}
      </Loaded>
    </Part>
  );
}

function Waive({ merchantId }: { merchantId: string }) {
  const say = useSay(words);
  const waive = useWaive();
  if (!useMay(api.visits.waiveTraining)) return null;
  const one = deed<{ note: string }>({
    key: 'waive',
    label: say('waive.do'),
    warning: say('waive.text'),
    fields: (
      <Form.Item
        name="note"
        label={say('reason.label')}
        rules={[{ required: true, min: 4, message: say('house.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={400} />
      </Form.Item>
    ),
    act: waive,
    go: ({ note }) => waive.run({ body: { merchantId, note } }),
  });
  return <Deeds label={say('training.title')} deeds={[one]} />;
}
