/** What the reviewer may conclude now, as the server says it. */
import { Form, Input, Select } from 'antd';
import { Deeds, deed, type Deed } from '../../parts/desk/deeds.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Tally } from './items.ts';
import { useReasons, useVerdicts, type Application } from './queries.ts';
import { words } from './words.ts';

type VerdictParts = { readonly application: Application; readonly tally: Tally };

export function VerdictDeeds(parts: VerdictParts) {
  const say = useSay(words);
  const { can } = parts.application;
  const deeds = useVerdictDeeds(parts).filter(({ key }) => can.includes(key));
  return <Deeds label={say('deeds.label')} deeds={deeds} />;
}

function useVerdictDeeds({ application: { id, proposal }, tally }: VerdictParts): Deed[] {
  const say = useSay(words);
  const { claim, release, approve, confirm, returnForRepair } = useVerdicts();
  const params = { id };
  const verdict = proposal?.verdict ?? 'approve';
  const isReturn = tally.marked > 0;
  const first = { tone: 'primary' } as const;
  const back = deed<{ comment?: string }>({
    key: 'returnForRepair',
    label: say('return.do'),
    ...(isReturn ? first : {}),
    warning: say('return.text', { count: tally.marked }),
    fields: (
      <Form.Item name="comment" label={say('return.comment')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    ),
    act: returnForRepair,
    go: ({ comment }) =>
      returnForRepair.run({ params, body: comment?.trim() ? { comment: comment.trim() } : {} }),
  });
  return [
    deed({
      key: 'claim',
      label: say('claim.do'),
      ...first,
      act: claim,
      go: () => claim.run({ params }),
    }),
    deed({
      key: 'approve',
      label: say('approve.do'),
      ...(isReturn ? {} : first),
      act: approve,
      go: () => approve.run({ params }),
    }),
    back,
    deed({
      key: 'confirm',
      label: say(`confirm.${verdict}`),
      tone: verdict === 'decline' ? 'harm' : 'primary',
      warning: say(`confirm.${verdict}.text`),
      act: confirm,
      go: () => confirm.run({ params }),
    }),
    ...useRefusals(params),
    deed({
      key: 'release',
      label: say('release.do'),
      act: release,
      go: () => release.run({ params }),
    }),
  ];
}

/** What ends an application, or gives it back to the first reviewer. */
function useRefusals(params: { readonly id: string }): Deed[] {
  const say = useSay(words);
  const word = useWord();
  const { decline, overturn } = useVerdicts();
  const reasons = useReasons().filter(({ kind }) => kind === 'D');
  const required = [{ required: true, message: say('house.required') }];
  return [
    deed<{ reasonCode: string; note: string }>({
      key: 'decline',
      label: say('decline.do'),
      tone: 'harm',
      warning: say('decline.text'),
      fields: (
        <>
          <Form.Item name="reasonCode" label={say('decline.reason')} rules={required}>
            <Select
              virtual={false}
              options={reasons.map(({ code, label }) => ({ value: code, label: word(label) }))}
            />
          </Form.Item>
          <Form.Item name="note" label={say('decline.note')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
          </Form.Item>
        </>
      ),
      act: decline,
      go: (body) => decline.run({ params, body }),
    }),
    deed<{ note: string }>({
      key: 'overturn',
      label: say('overturn.do'),
      warning: undefined,
      fields: (
        <Form.Item name="note" label={say('overturn.note')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
        </Form.Item>
      ),
      act: overturn,
      go: (body) => overturn.run({ params, body }),
    }),
  ];
}
