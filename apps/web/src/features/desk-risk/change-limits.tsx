/** New limits from today on; the earlier ones stay in the history. */
import { toDecimal, yuan } from '@kaitong/values';
import { Form, Input, InputNumber } from 'antd';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { useSay } from '../../words/say.ts';
import { useSetLimits, type Limits } from './queries.ts';
import { words } from './words.ts';

const SOURCE_MAX = 200;
const COUNT_MAX = 100_000;
const names = ['single', 'daily', 'monthly'] as const;

type Wanted = {
  readonly single: string;
  readonly daily: string;
  readonly monthly: string;
  readonly dailyCount: number;
  readonly source: string;
};

export function ChangeLimits({ limits }: { limits: Limits }) {
  const say = useSay(words);
  const act = useSetLimits();
  const { merchantId, can, single, daily, monthly, dailyCount } = limits;
  if (!can.includes('setLimits')) return null;
  return (
    <Deeds
      label={say('change.do')}
      deeds={[
        deed<Wanted>({
          key: 'setLimits',
          label: say('change.do'),
          warning: say('change.text'),
          fields: <Fields />,
          initial: {
            single: toDecimal(single),
            daily: toDecimal(daily),
            monthly: toDecimal(monthly),
            dailyCount,
          },
          act,
          go: (wanted) =>
            act.run({
              params: { merchantId },
              body: {
                single: yuan(wanted.single),
                daily: yuan(wanted.daily),
                monthly: yuan(wanted.monthly),
                dailyCount: wanted.dailyCount,
                source: wanted.source,
              },
            }),
        }),
      ]}
    />
  );
}

function Fields() {
  const say = useSay(words);
  const required = { required: true, message: say('house.required') };
  const amount = { pattern: /^\d{1,15}(?:\.\d{1,2})?$/, message: say('change.amount') };
  return (
    <>
      <div className="limits-fields">
        {names.map((name) => (
          <Form.Item key={name} name={name} label={say(`limit.${name}`)} rules={[required, amount]}>
            <AmountInput />
          </Form.Item>
        ))}
        <Form.Item name="dailyCount" label={say('limit.dailyCount')} rules={[required]}>
          <InputNumber min={1} max={COUNT_MAX} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={say('change.source')} rules={[required]}>
        <Input maxLength={SOURCE_MAX} autoComplete="off" />
      </Form.Item>
    </>
  );
}
