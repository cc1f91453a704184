import {
  BookOutlined,
  MessageOutlined,
  SafetyCertificateOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { Row, RowPages, Rows } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useCases, useTickets, type Case, type Ticket } from './queries.ts';
import { caseTones, ticketTones } from './tones.ts';
import { words } from './words.ts';
import './care.css';

/** Where one turns when something is wrong: the ways first, then what is being handled. */
export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('help.title')}>
      <Rows label={say('help.what')}>
        <Row
          to="/m/cases/new"
          icon={<ToolOutlined />}
          title={say('help.fault')}
          hint={say('help.fault.hint')}
        />
        <Row
          to="/m/tickets/new"
          icon={<MessageOutlined />}
          title={say('help.ask')}
          hint={say('help.ask.hint')}
        />
        <Row
          to="/m/guides"
          icon={<BookOutlined />}
          title={say('help.guides')}
          hint={say('help.guides.hint')}
        />
        <Row
          to="/m/agents/check"
          icon={<SafetyCertificateOutlined />}
          title={say('help.agent')}
          hint={say('help.agent.hint')}
        />
      </Rows>
      <Section title={say('help.cases')}>
        <RowPages
          label={say('help.cases')}
          pages={useCases()}
          empty={<p className="quiet">{say('help.cases.none')}</p>}
        >
          {(one) => <CaseRow key={one.id} one={one} />}
        </RowPages>
      </Section>
      <Section title={say('help.tickets')}>
        <RowPages
          label={say('help.tickets')}
          pages={useTickets()}
          empty={<p className="quiet">{say('help.tickets.none')}</p>}
        >
          {(ticket) => <TicketRow key={ticket.id} ticket={ticket} />}
        </RowPages>
      </Section>
    </PageFrame>
  );
}

function CaseRow({ one: { id, reason, status, reportedAt } }: { one: Case }) {
  const word = useWord();
  return (
    <Row
      to={`/m/cases/${id}`}
      title={word(`case.reason.${reason}`)}
      hint={<When at={reportedAt} near />}
      value={<StatusTag tone={caseTones[status]}>{word(`case.${status}`)}</StatusTag>}
    />
  );
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const word = useWord();
  const { id, subject, status, openedAt, category } = ticket;
  return (
    <Row
      to={`/m/tickets/${id}`}
      title={subject}
      hint={
        <>
          {word(`ticket.category.${category}`)} · <When at={openedAt} near />
        </>
      }
      value={<StatusTag tone={ticketTones[status]}>{word(`ticket.${status}`)}</StatusTag>}
    />
  );
}
