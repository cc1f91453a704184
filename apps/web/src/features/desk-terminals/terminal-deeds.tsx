/** What may be done to a machine now, as the server says it. */
import { type api, type BodyOf } from '@kaitong/contract';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useTerminalDeeds, type TerminalWhole } from './queries.ts';
import { words } from './words.ts';

type SelfTest = BodyOf<typeof api.terminals.recordSelfTest>;
type Suspension = BodyOf<typeof api.terminals.suspend>;
type Receiving = BodyOf<typeof api.terminals.receive>;
type Params = { readonly id: string };

export function TerminalDeeds({ terminal: { id, can } }: { terminal: TerminalWhole }) {
  const say = useSay(words);
  const params = { id };
  const deeds = [...useOpening(params), ...useStopping(params), ...useTaking(params)];
  return <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => can.includes(key))} />;
}

const tests = ['card', 'qr', 'refund', 'print'] as const;

/** Before it trades. */
function useOpening(params: Params) {
  const say = useSay(words);
  const { issueCode, selfTest } = useTerminalDeeds();
  return [
    deed({
      key: 'issueCode',
      label: say('code.do'),
      tone: 'primary',
      act: issueCode,
      go: () => issueCode.run({ params }),
    }),
    deed<Partial<SelfTest>>({
      key: 'selfTest',
      label: say('selfTest.do'),
      tone: 'primary',
      warning: say('selfTest.text'),
      fields: (
        <div className="self-test">
          {tests.map((key) => (
            <Form.Item key={key} name={key} valuePropName="checked" noStyle>
              <Checkbox>{say(`selfTest.${key}`)}</Checkbox>
            </Form.Item>
          ))}
        </div>
      ),
      act: selfTest,
      go: ({ card = false, qr = false, refund = false, print = false }) =>
        selfTest.run({ params, body: { card, qr, refund, print } }),
    }),
  ];
}

const reasons = [
  'system_maintenance',
  'hardware_fault',
  'software_fault',
  'network',
  'operator_error',
  'account_abnormal',
  'risk',
  'lost',
  'other',
] as const satisfies readonly Suspension['reason'][];

/** While it trades, and back. */
function useStopping(params: Params) {
  const say = useSay(words);
  const word = useWord();
  const { suspend, restore } = useTerminalDeeds();
  return [
    deed({
      key: 'restore',
      label: say('restore.do'),
      tone: 'primary',
      warning: say('restore.text'),
      act: restore,
      go: () => restore.run({ params }),
    }),
    deed<{ reason: Suspension['reason']; note?: string }>({
      key: 'suspend',
      label: say('suspend.do'),
      tone: 'harm',
      warning: say('suspend.text'),
      fields: (
        <>
          <Form.Item
            name="reason"
            label={say('suspend.reason')}
            rules={[{ required: true, message: say('house.required') }]}
          >
            <Select
              virtual={false}
              options={reasons.map((value) => ({
                value,
                label: word(`terminals.reason.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="note" label={say('suspend.note')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
        </>
      ),
      act: suspend,
      go: ({ reason, note = '' }) => suspend.run({ params, body: { reason, note } }),
    }),
  ];
}

/** Away from its merchant, and back to us. */
function useTaking(params: Params) {
  const say = useSay(words);
  const { unbind, receive } = useTerminalDeeds();
  const required = [{ required: true, message: say('house.required') }];
  return [
    deed<{ reason: string }>({
      key: 'unbind',
      label: say('unbind.do'),
      tone: 'harm',
      warning: say('unbind.text'),
      fields: (
        <Form.Item name="reason" label={say('suspend.reason')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
        </Form.Item>
      ),
      act: unbind,
      go: (body) => unbind.run({ params, body }),
    }),
    deed<Receiving>({
      key: 'receive',
      label: say('receive.do'),
      tone: 'primary',
      warning: say('receive.text'),
      fields: (
        <Form.Item name="outcome" label={say('receive.outcome')} rules={required}>
          <Radio.Group
            options={(['restock', 'scrap'] as const).map((value) => ({
              value,
              label: say(`receive.${value}`),
            }))}
          />
        </Form.Item>
      ),
      act: receive,
      go: (body) => receive.run({ params, body }),
    }),
  ];
}
