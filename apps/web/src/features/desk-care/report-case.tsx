/** Support writes down what a merchant says on the phone; risk stops a terminal. */
import type { BodyInputOf, api } from '@kaitong/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../parts/desk/address.ts';
import { Detail } from '../../parts/desk/detail.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useReport, useTerminals } from './queries.ts';
import { words } from './words.ts';

type Report = BodyInputOf<typeof api.care.reportCase>;

const DESCRIPTION_MAX = 1000;
const reasons = [
  'hardware_fault',
  'software_fault',
  'network',
  'operator_error',
  'account_abnormal',
  'system_maintenance',
  'risk_abnormal',
] as const satisfies readonly Report['reason'][];

export function ReportCase() {
  const say = useSay(words);
  const word = useWord();
  const [form] = Form.useForm<Report>();
  const { open } = useAddress();
  const report = useReport(open);
  useFieldErrors(form, report.problem);
  const required = [{ required: true, message: say('house.required') }];
  return (
    <Detail title={say('report.title')} lead={say('report.lead')}>
      <Form
        form={form}
        layout="vertical"
        className="case-report"
        onFinish={(body: Report) => report.run({ body })}
      >
        <Form.Item name="terminalId" label={say('terminal.label')} rules={required}>
          <ChooseTerminal />
        </Form.Item>
        <Form.Item name="reason" label={say('column.reason')} rules={required}>
          <Select
            virtual={false}
            options={reasons.map((value) => ({ value, label: word(`case.reason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="description" label={say('report.description')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={DESCRIPTION_MAX} />
        </Form.Item>
        <ErrorNotice problem={report.problem} />
        <Button type="primary" htmlType="submit" loading={report.isBusy}>
          {say('report.do')}
        </Button>
      </Form>
    </Detail>
  );
}

type ChooseParts = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
};

function ChooseTerminal({ id, value, onChange }: ChooseParts) {
  const say = useSay(words);
  const [search, setSearch] = useState('');
  const { data, isLoading } = useTerminals(search.trim().toUpperCase());
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value ?? null}
      virtual={false}
      loading={isLoading}
      placeholder={say('report.terminal')}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      notFoundContent={say(isLoading ? 'house.loading' : 'report.noTerminal')}
      onChange={(chosen: string) => onChange?.(chosen)}
      options={(data?.rows ?? []).map(({ id: terminalId, serial, terminalNo }) => ({
        value: terminalId,
        label: `${serial} · ${terminalNo ?? ''}`,
      }))}
    />
  );
}
