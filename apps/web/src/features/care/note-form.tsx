/** A few words and a button: an appeal, a failed test, a ticket that is not solved. */
import { Button, Form, Input } from 'antd';
import type { ProblemError } from '../../api.ts';
import { useFieldErrors } from '../../parts/field-errors.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

type NoteParts = {
  readonly label: string;
  readonly button: string;
  readonly isPrimary?: boolean;
  readonly act: { readonly isBusy: boolean; readonly problem: ProblemError | null };
  readonly onSend: (note: string) => void;
};

export function NoteForm({ label, button, isPrimary = false, act, onSend }: NoteParts) {
  const say = useSay(words);
  const [form] = Form.useForm<{ note: string }>();
  useFieldErrors(form, act.problem);
  return (
    <Form form={form} name="said" layout="vertical" onFinish={({ note }) => onSend(note.trim())}>
      <Form.Item
        name="note"
        label={label}
        rules={[{ required: true, whitespace: true, min: 2, message: say('note.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <ErrorNotice problem={act.problem} />
      <Button block type={isPrimary ? 'primary' : 'default'} htmlType="submit" loading={act.isBusy}>
        {button}
      </Button>
    </Form>
  );
}
