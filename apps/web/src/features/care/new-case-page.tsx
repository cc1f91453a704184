import type { BodyOf, api } from '@kaitong/contract';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Choices } from '../../parts/choices.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { Foot } from '../../parts/foot.tsx';
import { Skeleton } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useFaultyOnes, useReport } from './queries.ts';
import { words } from './words.ts';
import './care.css';

type Report = BodyOf<typeof api.care.reportCase>;
type Faulty = ReturnType<typeof useFaultyOnes>['rows'][number];

// What a merchant sees on its machine; stopping for risk is for risk control.
const reasons = [
  'hardware_fault',
  'network',
  'software_fault',
  'operator_error',
  'account_abnormal',
  'system_maintenance',
] as const satisfies readonly Report['reason'][];

export function Page() {
  const say = useSay(words);
  const terminals = useFaultyOnes();
  const { problem, isLoading, rows } = terminals;
  return (
    <PageFrame title={say('report.title')} back={{ to: '/m/help', label: say('help.title') }}>
      {problem && <ErrorNotice problem={problem} onRetry={terminals.retry} />}
      {!problem && isLoading && <Skeleton lines={8} />}
      {!problem && !isLoading && rows.length === 0 && <NothingToReport />}
      {rows.length > 0 && <ReportForm terminals={rows} />}
    </PageFrame>
  );
}

function NothingToReport() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('report.none')}
      text={say('report.none.text')}
      action={
        <ButtonLink to="/m/terminals" isQuiet>
          {say('report.none.go')}
        </ButtonLink>
      }
    />
  );
}

function ReportForm({ terminals }: { terminals: readonly Faulty[] }) {
  const say = useSay(words);
  const word = useWord();
  const [form] = Form.useForm<Report>();
  const report = useReport();
  useFieldErrors(form, report.problem);
  const { terminal: asked }: Record<string, string | undefined> = useParams({ strict: false });
  const first = terminals.find(({ id }) => id === asked) ?? terminals[0];
  const required = [{ required: true, message: say('house.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ terminalId: first?.id }}
      onFinish={(body) => report.run({ body })}
    >
      <Form.Item name="terminalId" rules={required} hidden={terminals.length === 1}>
        <Choices
          legend={say('report.terminal')}
          choices={terminals.map(({ id, serial, terminalNo }) => ({
            value: id,
            label: terminalNo ?? serial,
            hint: serial,
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" rules={required}>
        <Choices
          legend={say('report.reason')}
          choices={reasons.map((value) => ({ value, label: word(`case.reason.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="description"
        label={say('report.description')}
        extra={say('report.description.hint')}
        rules={[
          { required: true, whitespace: true, min: 4, message: say('report.description.missing') },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Foot note={say('report.stops')} problem={report.problem}>
        <Button type="primary" htmlType="submit" loading={report.isBusy}>
          {say('report.send')}
        </Button>
      </Foot>
    </Form>
  );
}
