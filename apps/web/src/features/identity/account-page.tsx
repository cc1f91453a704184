import { Button, Form, Input, Segmented } from 'antd';
import { maskPhone } from '@kaitong/values';
import { useMe } from '../../house.ts';
import { useWish, wishes } from '../../look/look.ts';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useRename, useSignOut } from './queries.ts';
import { words } from './words.ts';
import './sign-in.css';

/** Who one is here, how the house looks, and the way out. */
export function Page() {
  const say = useSay(words);
  const word = useWord();
  const me = useMe();
  const signOut = useSignOut();
  const [wish, wishFor] = useWish();
  if (!me) return null;
  return (
    <PageFrame title={say('account.title')}>
      <NameForm name={me.name} />
      <FieldList
        fields={[
          { label: say('account.role'), value: word(`role.${me.role}`) },
          ...(me.phone ? [{ label: say('account.phone'), value: maskPhone(me.phone) }] : []),
        ]}
      />
      <Section title={say('house.theme')}>
        <Segmented
          aria-label={say('house.theme')}
          value={wish}
          options={wishes.map((each) => ({ value: each, label: say(`house.theme.${each}`) }))}
          onChange={wishFor}
        />
      </Section>
      <ErrorNotice problem={signOut.problem} />
      <Button onClick={() => signOut.run({})} loading={signOut.isBusy}>
        {say('house.signOut')}
      </Button>
    </PageFrame>
  );
}

/** Messages and parcels address people by this name. */
function NameForm({ name }: { name: string }) {
  const say = useSay(words);
  const [form] = Form.useForm<{ name: string }>();
  const rename = useRename();
  useFieldErrors(form, rename.problem);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ name }}
      onFinish={(body) => rename.run({ body: { name: body.name.trim() } })}
    >
      <Form.Item
        name="name"
        label={say('account.name')}
        extra={say('account.name.hint')}
        rules={[{ required: true, whitespace: true, message: say('house.required') }]}
      >
        <Input autoComplete="name" maxLength={40} />
      </Form.Item>
      <ErrorNotice problem={rename.problem} />
      <Button htmlType="submit" loading={rename.isBusy}>
        {say('account.save')}
      </Button>
      <span role="status" className="account-saved">
        {rename.reply && say('account.saved')}
      </span>
    </Form>
  );
}
