import { day as dayFrom } from '@kaitong/values';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import {
  isAgentCode,
  useAgentCheck,
  useBase,
  useProviderName,
  type AgentCheck,
} from './queries.ts';
import { words } from './words.ts';
import './guides.css';

/** Anyone may ask whether the person at the door is who the badge says. */
export function Page() {
  const say = useSay(words);
  const base = useBase();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const code = typeof search['code'] === 'string' ? plain(search['code']) : '';
  return (
    <PageFrame
      title={say('agent.title')}
      lead={say('agent.lead')}
      {...(base ? { back: { to: '/m/help', label: say('guides.help') } } : {})}
    >
      <Asking code={code} />
      {isAgentCode(code) && <Answer key={code} code={code} />}
    </PageFrame>
  );
}

function Asking({ code }: { code: string }) {
  const say = useSay(words);
  const base = useBase();
  const navigate = useNavigate();
  const ask = (form: { code: string }) =>
    void navigate({
      to: `${base}/agents/check`,
      search: { code: plain(form.code) },
      replace: true,
    });
  return (
    <Form key={code} layout="vertical" initialValues={{ code }} onFinish={ask}>
      <Form.Item
        name="code"
        label={say('agent.code')}
        extra={say('agent.code.hint')}
        rules={[
          {
            required: true,
            transform: plain,
            pattern: /^A\d{7}$/,
            message: say('agent.code.wrong'),
          },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="characters" maxLength={12} />
      </Form.Item>
      <Button type="primary" block htmlType="submit">
        {say('agent.check')}
      </Button>
    </Form>
  );
}

/** As people type it: small letters, spaces, full-width digits. */
function plain(code: unknown): string {
  return (typeof code === 'string' ? code : '')
    .normalize('NFKC')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase();
}

function Answer({ code }: { code: string }) {
  return (
    <Loaded query={useAgentCheck(code)} lines={6}>
      {(check) => <Found check={check} />}
    </Loaded>
  );
}

function Found({ check }: { check: AgentCheck }) {
  const say = useSay(words);
  const word = useWord();
  const { found, genuine, name = '', advice } = check;
  const way = genuine ? 'agent.genuine' : found ? 'agent.notGenuine' : 'agent.unknown';
  return (
    <>
      <Callout tone={genuine ? 'done' : 'harm'} title={say(way, { name })} isLive>
        {genuine && <p>{say('agent.compare')}</p>}
        {found && <Facts check={check} />}
      </Callout>
      <Section title={say('agent.mind')}>
        <ul className="mind">
          {advice.map((key) => (
            <li key={key}>{word(key)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Facts({ check }: { check: AgentCheck }) {
  const say = useSay(words);
  const word = useWord();
  const providerName = useProviderName();
  const { status, providerId, filing, filingNo, authorisationNo, validTo } = check;
  const facts = [
    status && { label: say('agent.status'), value: word(`agent.${status}`) },
    providerId && { label: say('agent.provider'), value: providerName(providerId) },
    filing && { label: say('agent.filing'), value: word(`agents.filing.${filing}`) },
    filingNo && { label: say('agent.filingNo'), value: filingNo },
    authorisationNo && { label: say('agent.authorisationNo'), value: authorisationNo },
    validTo && { label: say('agent.validTo'), value: <DayText on={dayFrom(validTo)} /> },
  ];
  return (
    <div className="agent-facts">
      <FieldList fields={facts.filter((fact) => typeof fact === 'object')} />
    </div>
  );
}
