import { Button, Form, Input } from 'antd';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useSampleLogins, useSignInByPassword } from './queries.ts';
import { words } from './words.ts';

type Fields = { login: string; password: string };

/** Login and password; a sandbox shows whom it has. */
export function StaffForm() {
  const say = useSay(words);
  const [form] = Form.useForm<Fields>();
  const signIn = useSignInByPassword();
  useFieldErrors(form, signIn.problem);
  const enter = (body: Fields) => signIn.run({ body });
  const required = [{ required: true, message: say('house.required') }];
  return (
    <>
      <Form form={form} layout="vertical" onFinish={enter}>
        <Form.Item name="login" label={say('signIn.login')} rules={required}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={say('signIn.password')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <ErrorNotice problem={signIn.problem} />
        <Button
          block
          type="primary"
          htmlType="submit"
          loading={signIn.isBusy}
          className="sign-in-go"
        >
          {say('signIn.enter')}
        </Button>
      </Form>
      <Samples
        onChoose={(sample) => {
          form.setFieldsValue(sample);
          enter(sample);
        }}
      />
    </>
  );
}

function Samples({ onChoose }: { onChoose: (sample: Fields) => void }) {
  const say = useSay(words);
  const word = useWord();
  const samples = useSampleLogins();
  if (samples.length === 0) return null;
  return (
    <section className="samples" aria-label={say('signIn.samples')}>
      <p className="quiet">{say('signIn.samples')}</p>
      <ul>
        {samples.map(({ login, password, role, name }) => (
          <li key={login}>
            <button type="button" onClick={() => onChoose({ login, password })}>
              <strong>{word(`role.${role}`)}</strong>
              <span>{name}</span>
              <code>{login}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
