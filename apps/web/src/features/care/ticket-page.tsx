import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useReplyTicket, useTicket, type Ticket } from './queries.ts';
import { Talk } from './talk.tsx';
import { Ending } from './ticket-ending.tsx';
import { ticketTones } from './tones.ts';
import { words } from './words.ts';
import './care.css';

/** A question to support, as a talk with a promise. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame title={say('ticket.title')} back={{ to: '/m/help', label: say('help.title') }}>
      <Loaded query={useTicket(id)} lines={8}>
        {(ticket) => (
          <>
            <Head ticket={ticket} />
            <Section title={say('ticket.talk')}>
              <Talk ticket={ticket} />
            </Section>
            {ticket.can.includes('close') && <Ending ticket={ticket} />}
            {ticket.stars !== undefined && (
              <p className="quiet">{say('ticket.rated', { count: ticket.stars })}</p>
            )}
            {ticket.can.includes('reply') && <Reply id={ticket.id} />}
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Head({ ticket }: { ticket: Ticket }) {
  const say = useSay(words);
  const word = useWord();
  const { number, subject, status, category, replyDueAt, resolveDueAt } = ticket;
  const isRunning = status === 'new' || status === 'open';
  const hasAnswer = ticket.replies.some(({ role }) => role === 'support');
  return (
    <div className="ticket-head">
      <p className="ticket-subject">{subject}</p>
      <p className="ticket-facts">
        <StatusTag tone={ticketTones[status]}>{word(`ticket.${status}`)}</StatusTag>
        <span>{word(`ticket.category.${category}`)}</span>
        <span className="figures">{say('ticket.number', { number })}</span>
      </p>
      {isRunning && replyDueAt && !hasAnswer && (
        <p className="quiet">
          {say('ticket.replyDue')} <When at={replyDueAt} near />
        </p>
      )}
      {isRunning && resolveDueAt && (
        <p className="quiet">
          {say('ticket.resolveDue')} <When at={resolveDueAt} near />
        </p>
      )}
      {status === 'pending' && <Callout tone="todo" title={say('ticket.waits')} />}
    </div>
  );
}

function Reply({ id }: { id: string }) {
  const say = useSay(words);
  const [form] = Form.useForm<{ text: string }>();
  const reply = useReplyTicket(() => form.resetFields());
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ text }) => reply.run({ params: { id }, body: { text: text.trim() } })}
    >
      <Form.Item
        name="text"
        label={say('ticket.reply')}
        rules={[{ required: true, whitespace: true, message: say('note.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Foot problem={reply.problem}>
        <Button type="primary" htmlType="submit" loading={reply.isBusy}>
          {say('ticket.send')}
        </Button>
      </Foot>
    </Form>
  );
}
