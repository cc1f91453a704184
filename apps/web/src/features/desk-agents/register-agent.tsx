/** Enters a person whose authorisation by a licensed acquirer was verified. */
import type { api, BodyInputOf } from '@kaitong/contract';
import { Button, Form, Input, Select } from 'antd';
import { useAddress } from '../../parts/desk/address.ts';
import { Detail } from '../../parts/desk/detail.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { provinces } from '../../parts/provinces.data.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useProviders, useRegister } from './queries.ts';
import { words } from './words.ts';

type Wanted = BodyInputOf<typeof api.agents.registerAgent>;

const filings = ['referral', 'service', 'signage'] as const satisfies readonly Wanted['filing'][];

export function RegisterAgent() {
  const say = useSay(words);
  const [form] = Form.useForm<Wanted>();
  const { open } = useAddress();
  const register = useRegister(open);
  useFieldErrors(form, register.problem);
  return (
    <Detail title={say('register.title')} lead={say('register.lead')}>
      <Form
        form={form}
        layout="vertical"
        className="agent-form"
        onFinish={(body: Wanted) => register.run({ body })}
      >
        <Fields />
        <ErrorNotice problem={register.problem} />
        <Button type="primary" htmlType="submit" loading={register.isBusy}>
          {say('register.do')}
        </Button>
      </Form>
    </Detail>
  );
}

function Fields() {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const providers = useProviders();
  const rules = [{ required: true, message: say('house.required') }];
  const text = (name: 'login' | 'name' | 'authorisationNo' | 'filingNo', length_max: number) => (
    <Form.Item name={name} label={say(`field.${name}`)} rules={rules}>
      <Input maxLength={length_max} autoComplete="off" />
    </Form.Item>
  );
  return (
    <>
      {text('login', 64)}
      {text('name', 30)}
      <Form.Item name="providerId" label={say('column.provider')} rules={rules}>
        <Select
          virtual={false}
          options={providers.map(({ id, name }) => ({ value: id, label: name[lang] }))}
        />
      </Form.Item>
      {text('authorisationNo', 40)}
      {text('filingNo', 40)}
      <Form.Item name="filing" label={say('column.filing')} rules={rules}>
        <Select
          virtual={false}
          options={filings.map((value) => ({ value, label: word(`agents.filing.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="territory" label={say('column.territory')} rules={rules}>
        <Select
          mode="multiple"
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(provinces).map(([value, name]) => ({ value, label: name[lang] }))}
        />
      </Form.Item>
      <Form.Item name="validTo" label={say('column.validTo')} rules={rules}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}
