import { Button, Checkbox, Form } from 'antd';
import { useMe } from '../../house.ts';
import { ConfirmCode } from '../../parts/confirm-code.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { Foot } from '../../parts/foot.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useSign } from './queries.ts';
import { words } from './words.ts';

type SignParts = { readonly contractId: string; readonly fileSha256: string };
type Fields = { code: string; isRead: boolean };

/** Signs the very file that was shown: its hash goes along with the code. */
export function SignForm({ contractId, fileSha256 }: SignParts) {
  const say = useSay(words);
  const [form] = Form.useForm<Fields>();
  const phone = useMe()?.phone ?? '';
  const sign = useSign();
  useFieldErrors(form, sign.problem);
  const send = ({ code }: Fields) =>
    sign.run({ params: { id: contractId }, body: { code, fileSha256 } });
  return (
    <Section title={say('sign.title')}>
      <Form form={form} layout="vertical" className="sign" onFinish={send}>
        <Form.Item
          name="isRead"
          valuePropName="checked"
          rules={[{ validator: mustBeRead(say('sign.read.missing')) }]}
        >
          <Checkbox>{say('sign.read')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="code"
          label={say('code.label')}
          validateTrigger="onSubmit"
          rules={[{ len: 6, required: true, message: say('sign.code.missing') }]}
        >
          <ConfirmCode phone={phone} purpose="sign" />
        </Form.Item>
        <Foot problem={sign.problem} note={say('sign.note')}>
          <Button type="primary" htmlType="submit" loading={sign.isBusy}>
            {say('sign.button')}
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}

function mustBeRead(message: string) {
  return async (_: unknown, isRead: boolean | undefined) => {
    if (isRead !== true) throw new Error(message);
  };
}
