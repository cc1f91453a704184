import { Button, Form, Input } from 'antd';
import { ConfirmCode } from '../../parts/confirm-code.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useSignInByPhone } from './queries.ts';
import { words } from './words.ts';

type Fields = { phone: string; code: string };

/** Phone and one-time code; the first time also registers. */
export function PhoneForm() {
  const say = useSay(words);
  const [form] = Form.useForm<Fields>();
  const signIn = useSignInByPhone();
  useFieldErrors(form, signIn.problem);
  const phone = Form.useWatch('phone', form) ?? '';
  const hasPhone = () =>
    form.validateFields(['phone']).then(
      () => true,
      () => false,
    );
  return (
    <Form form={form} layout="vertical" onFinish={(body) => signIn.run({ body })}>
      <Form.Item
        name="phone"
        label={say('signIn.phone')}
        extra={say('signIn.phone.hint')}
        normalize={onlyDigits}
        validateTrigger="onBlur"
        rules={[{ len: 11, required: true, message: say('signIn.phone.hint') }]}
      >
        <Input type="tel" inputMode="numeric" autoComplete="tel-national" />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('code.label')}
        validateTrigger="onSubmit"
        rules={[{ len: 6, required: true, message: say('signIn.code.missing') }]}
      >
        <ConfirmCode phone={phone} purpose="signIn" mayRequest={hasPhone} />
      </Form.Item>
      <ErrorNotice problem={signIn.problem} />
      <Button block type="primary" htmlType="submit" loading={signIn.isBusy} className="sign-in-go">
        {say('signIn.enter')}
      </Button>
    </Form>
  );
}

/** People write 138 0013 8000, or paste it with +86. */
function onlyDigits(text: string): string {
  return text
    .replace(/^\s*\+?86(?=\D*1\d{2})/, '')
    .replaceAll(/\D/g, '')
    .slice(0, 11);
}
