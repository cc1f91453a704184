/** One ticket: the talk, the promises, and what support may do next. */
import { Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail } from '../../parts/desk/detail.tsx';
import { useKeys } from '../../parts/desk/keys.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useTicket, useTicketActs, type Reply, type Ticket } from './queries.ts';
import { ReplyForm } from './reply-form.tsx';
import { TicketDue } from './ticket-due.tsx';
import { TicketStatus } from './ticket-status.tsx';
import { priorityTones } from './tones.ts';
import { words } from './words.ts';

const NOTE_MAX = 1000;

export function TicketDetail({ id }: { id: string }) {
  return (
    <Loaded query={useTicket(id)} lines={10}>
      {(ticket) => (
        <Detail
          title={ticket.subject}
          tag={<TicketStatus status={ticket.status} />}
          lead={
            <>
              {ticket.number} · {ticket.openedBy} · <When at={ticket.openedAt} />
            </>
          }
        >
          <Standing ticket={ticket} />
          <TicketDeeds ticket={ticket} />
          <Talk ticket={ticket} />
          {ticket.can.includes('reply') && <ReplyForm ticket={ticket} />}
        </Detail>
      )}
    </Loaded>
  );
}

type TicketParts = { readonly ticket: Ticket };

function Standing({ ticket }: TicketParts) {
  const say = useSay(words);
  const word = useWord();
  const { priority, category, merchantId, terminalId, caseId, assignee, stars } = ticket;
  const fields = [
    { label: say('column.due'), value: <TicketDue ticket={ticket} /> },
    {
      label: say('column.priority'),
      value: (
        <StatusTag tone={priorityTones[priority]}>{word(`ticket.priority.${priority}`)}</StatusTag>
      ),
    },
    { label: say('column.category'), value: word(`ticket.category.${category}`) },
    { label: say('column.assignee'), value: assignee?.name ?? say('assignee.none') },
    { label: say('merchant.label'), value: merchantId && <MerchantName id={merchantId} /> },
    { label: say('terminal.label'), value: terminalId && <TerminalLink id={terminalId} /> },
    {
      label: say('cases.title'),
      value: caseId && (
        <DeskLink desk="cases" search={{ open: caseId }}>
          {say('link.case')}
        </DeskLink>
      ),
    },
    { label: say('stars.label'), value: stars && say('stars.given', { count: stars }) },
  ];
  return (
    <>
      {ticket.overdue && <Callout tone="harm" title={say('due.over')} />}
      <FieldList fields={fields.filter(({ value }) => value !== undefined)} />
    </>
  );
}

function TicketDeeds({ ticket: { id, can } }: TicketParts) {
  const say = useSay(words);
  const word = useWord();
  const { claim, resolve, close, reopen } = useTicketActs();
  const params = { id };
  const take = () => claim.run({ params });
  useKeys(can.includes('claim') ? { c: take } : {});
  const text = (label: string) => (
    <Form.Item
      name="text"
      label={label}
      rules={[{ required: true, message: say('house.required') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={NOTE_MAX} />
    </Form.Item>
  );
  const deeds = [
    deed({
      key: 'claim',
      label: word('ticket.can.claim'),
      tone: 'primary',
      hotkey: 'c',
      act: claim,
      go: take,
    }),
    deed<{ text: string }>({
      key: 'resolve',
      label: word('ticket.can.resolve'),
      warning: say('resolve.text'),
      fields: text(say('resolve.note')),
      act: resolve,
      go: (body) => resolve.run({ params, body }),
    }),
    deed<{ text: string }>({
      key: 'reopen',
      label: word('ticket.can.reopen'),
      fields: text(say('reopen.note')),
      act: reopen,
      go: (body) => reopen.run({ params, body }),
    }),
    deed({
      key: 'close',
      label: word('ticket.can.close'),
      warning: say('closeTicket.text'),
      act: close,
      go: () => close.run({ params, body: {} }),
    }),
  ];
  return <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => can.includes(key))} />;
}

const outside: readonly Reply['role'][] = ['owner', 'cashier', 'agent'];

function Talk({ ticket: { replies } }: TicketParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <ol className="talk" aria-label={say('talk.label')}>
      {replies.map(({ id, by, role, text, inner, at }) => (
        <li
          key={id}
          data-inner={inner || undefined}
          data-staff={!outside.includes(role) || undefined}
        >
          <p className="talk-who">
            <strong>{by}</strong> <span className="quiet">{word(`role.${role}`)}</span>{' '}
            {inner && <StatusTag tone="waiting">{say('reply.inner')}</StatusTag>}
            <span className="quiet">
              <When at={at} near />
            </span>
          </p>
          <p className="talk-text">{text}</p>
        </li>
      ))}
    </ol>
  );
}
