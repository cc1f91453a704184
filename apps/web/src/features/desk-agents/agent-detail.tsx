/** One agent, and what a supervisor may do: stop, let work again, part for good. */
import { day } from '@kaitong/values';
import { Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { ProviderName, Territory } from './names.tsx';
import { useAgentActs, type Agent } from './queries.ts';
import { agentTones } from './tones.ts';
import { words } from './words.ts';

const REASON_MAX = 300;

type AgentParts = { readonly agent: Agent };

export function AgentDetail({ agent }: AgentParts) {
  const say = useSay(words);
  const word = useWord();
  const { name, code, status, reason } = agent;
  return (
    <Detail
      title={name}
      tag={<StatusTag tone={agentTones[status]}>{word(`agent.${status}`)}</StatusTag>}
      lead={code}
    >
      {reason && status !== 'active' && (
        <Callout tone={agentTones[status]} title={word(`agent.${status}`)}>
          <p>{reason}</p>
        </Callout>
      )}
      <AgentDeeds agent={agent} />
      <FieldList
        fields={[
          { label: say('column.filing'), value: word(`agents.filing.${agent.filing}`) },
          { label: say('column.provider'), value: <ProviderName id={agent.providerId} /> },
          { label: say('column.territory'), value: <Territory codes={agent.territory} /> },
          { label: say('column.validTo'), value: <DayText on={day(agent.validTo)} /> },
          { label: say('field.authorisationNo'), value: agent.authorisationNo },
          { label: say('field.filingNo'), value: agent.filingNo },
          { label: say('field.createdAt'), value: <When at={agent.createdAt} /> },
          { label: say('field.id'), value: <IdText id={agent.id} /> },
        ]}
      />
    </Detail>
  );
}

function AgentDeeds({ agent: { id, can } }: AgentParts) {
  const say = useSay(words);
  const word = useWord();
  const { suspend, restore, end } = useAgentActs();
  const params = { id };
  const reason = (
    <Form.Item
      name="reason"
      label={say('field.reason')}
      rules={[{ required: true, message: say('house.required') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={REASON_MAX} />
    </Form.Item>
  );
  const deeds = [
    deed({
      key: 'restoreAgent',
      label: word('agent.event.restore'),
      tone: 'primary',
      warning: say('restore.text'),
      act: restore,
      go: () => restore.run({ params }),
    }),
    deed<{ reason: string }>({
      key: 'suspendAgent',
      label: word('agent.event.suspend'),
      warning: say('suspend.text'),
      fields: reason,
      act: suspend,
      go: (body) => suspend.run({ params, body }),
    }),
    deed<{ reason: string }>({
      key: 'endAgent',
      label: word('agent.event.end'),
      tone: 'harm',
      warning: say('end.text'),
      fields: reason,
      act: end,
      go: (body) => end.run({ params, body }),
    }),
  ];
  return <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => can.includes(key))} />;
}
