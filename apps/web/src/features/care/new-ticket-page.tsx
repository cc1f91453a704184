import { useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select, Switch } from 'antd';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { Foot } from '../../parts/foot.tsx';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import {
  useFaultyOnes,
  useGuidesOn,
  useMerchantId,
  useOpenTicket,
  type Category,
} from './queries.ts';
import { words } from './words.ts';
import './care.css';

const categories = [
  'payment',
  'settlement',
  'fee',
  'device',
  'activation',
  'network',
  'printing',
  'account',
  'complaint',
  'fraud',
] as const satisfies readonly Category[];

type Question = {
  readonly category: Category;
  readonly cantTrade: boolean;
  readonly terminalId?: string;
  readonly subject: string;
  readonly text: string;
};

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('ask.title')} back={{ to: '/m/help', label: say('help.title') }}>
      <QuestionForm />
    </PageFrame>
  );
}

function QuestionForm() {
  const say = useSay(words);
  const [form] = Form.useForm<Question>();
  const open = useOpenTicket();
  const merchantId = useMerchantId();
  useFieldErrors(form, open.problem);
  const category = Form.useWatch('category', form);
  const send = ({ cantTrade, terminalId, ...rest }: Question) =>
    open.run({
      body: {
        ...rest,
        priority: cantTrade ? 'p1' : 'p3',
        ...(terminalId ? { terminalId } : {}),
        ...(merchantId ? { merchantId } : {}),
      },
    });
  return (
    <Form form={form} layout="vertical" initialValues={useAsked()} onFinish={send}>
      <CategoryField />
      <Guides category={category} />
      <Form.Item
        name="subject"
        label={say('ask.subject')}
        rules={[{ required: true, whitespace: true, min: 2, message: say('ask.subject.missing') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="text"
        label={say('ask.text')}
        extra={say('ask.text.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: say('ask.text.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <TerminalField />
      <div className="cant-trade">
        <label htmlFor="cantTrade">
          {say('ask.cantTrade')}
          <span className="quiet small">{say('ask.cantTrade.hint')}</span>
        </label>
        <Form.Item name="cantTrade" valuePropName="checked" noStyle>
          <Switch />
        </Form.Item>
      </div>
      <Foot problem={open.problem}>
        <Button type="primary" htmlType="submit" loading={open.isBusy}>
          {say('ask.send')}
        </Button>
      </Foot>
    </Form>
  );
}

/** What the page that led here knows already. */
function useAsked() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const category = categories.find((each) => each === search['category']);
  const subject = typeof search['subject'] === 'string' ? search['subject'].slice(0, 80) : '';
  return { ...(category ? { category } : {}), subject, cantTrade: false };
}

function CategoryField() {
  const say = useSay(words);
  const word = useWord();
  return (
    <Form.Item
      name="category"
      label={say('ask.category')}
      rules={[{ required: true, message: say('ask.category.missing') }]}
    >
      <Select
        options={categories.map((value) => ({ value, label: word(`ticket.category.${value}`) }))}
      />
    </Form.Item>
  );
}

function TerminalField() {
  const say = useSay(words);
  const { rows } = useFaultyOnes();
  if (rows.length === 0) return null;
  return (
    <Form.Item name="terminalId" label={say('ask.terminal')}>
      <Select
        allowClear
        options={rows.map(({ id, serial, terminalNo }) => ({
          value: id,
          label: terminalNo ? `${terminalNo} · ${serial}` : serial,
        }))}
      />
    </Form.Item>
  );
}

/** An answer that is there already is quicker than any of ours. */
function Guides({ category }: { category: Category | undefined }) {
  const say = useSay(words);
  const guides = useGuidesOn(category) ?? [];
  if (guides.length === 0) return null;
  return (
    <div className="ask-guides">
      <Section title={say('ask.guides')}>
        <Rows label={say('ask.guides')}>
          {guides.map(({ id, title, summary, minutes }) => (
            <Row
              key={id}
              to={`/m/guides/${id}`}
              title={title}
              hint={summary}
              value={<span className="quiet">{say('ask.minutes', { count: minutes })}</span>}
            />
          ))}
        </Rows>
      </Section>
    </div>
  );
}
