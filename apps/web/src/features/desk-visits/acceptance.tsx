/** The merchant accepts by a code that only its own phone receives. */
import { Button, Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { useSay } from '../../words/say.ts';
import { useAccept, useSendCode, type Visit } from './queries.ts';
import { words } from './words.ts';

export function Acceptance({ visit: { id } }: { visit: Visit }) {
  const say = useSay(words);
  const [form] = Form.useForm<{ code: string }>();
  const send = useSendCode();
  const accept = useAccept();
  const params = { id };
  useFieldErrors(form, accept.problem);
  return (
    <Callout tone="todo" title={say('accept.title')}>
      <p>{say('accept.how')}</p>
      <Form
        form={form}
        layout="vertical"
        className="acceptance"
        onFinish={(body) => accept.run({ params, body })}
      >
        <Button onClick={() => send.run({ params })} loading={send.isBusy}>
          {say(send.reply ? 'accept.again' : 'accept.send')}
        </Button>
        <p role="status" className="quiet">
          {send.reply && say('accept.sent', { phone: send.reply.phone })}
        </p>
        <ErrorNotice problem={send.problem} />
        <Form.Item
          name="code"
          label={say('accept.code')}
          validateTrigger="onSubmit"
          rules={[{ required: true, pattern: /^\d{6}$/, message: say('accept.code.hint') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        <ErrorNotice problem={accept.problem} />
        <Button type="primary" htmlType="submit" loading={accept.isBusy}>
          {say('accept.do')}
        </Button>
      </Form>
    </Callout>
  );
}
