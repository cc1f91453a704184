/** One record: its facts with ways to what they name, and where it stands in its chain. */
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import type { Desk } from '../../parts/desk/roles.ts';
import { FieldList } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { Actor } from './actor.tsx';
import { ChainName } from './chain-name.tsx';
import type { AuditRecord } from './queries.ts';
import { StatusName } from './status-name.tsx';
import { useEventWord } from './use-event-word.ts';
import { words } from './words.ts';

export function RecordDetail({ record }: { record: AuditRecord }) {
  const say = useSay(words);
  const word = useEventWord();
  return (
    <Detail
      title={word(record.type)}
      lead={
        <>
          <Actor record={record} /> · <When at={record.at} />
        </>
      }
    >
      <Part title={say('records.facts')}>
        <FieldList
          fields={Object.entries(record.payload).map(([name, value]) => ({
            label: <FactName name={name} />,
            value: <Fact type={record.type} name={name} value={value} />,
          }))}
        />
      </Part>
      <FieldList
        fields={[
          { label: say('column.chain'), value: <ChainName chain={record.chain} /> },
          { label: say('column.seq'), value: record.seq },
          { label: say('column.type'), value: <IdText id={record.type} /> },
          { label: say('column.who'), value: <IdText id={record.actor} /> },
          { label: say('column.hash'), value: <IdText id={record.hash} /> },
        ]}
      />
    </Detail>
  );
}

/** Names of facts are those of the program; the common ones have words. */
function FactName({ name }: { name: string }) {
  const say = useSay(words);
  const key = `fact.${name}` as 'fact.status';
  const said = say(key);
  return said === key ? <IdText id={name} /> : said;
}

/** Which desk shows the thing that a fact names. */
const desks: Readonly<Record<string, Desk>> = {
  orderId: 'orders',
  visitId: 'visits',
  paymentId: 'payments',
  caseId: 'cases',
  ticketId: 'tickets',
  alertId: 'risk',
};

type FactParts = { readonly type: string; readonly name: string; readonly value: unknown };

function Fact({ type, name, value }: FactParts) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (name === 'merchantId') return <MerchantName id={text} />;
  if (name === 'terminalId') return <TerminalLink id={text} />;
  const id = <IdText id={text} />;
  if (name === 'status') return <StatusName type={type} status={text} />;
  if (name === 'applicationId')
    return (
      <DeskLink desk="review" path={`/${text}`}>
        {id}
      </DeskLink>
    );
  const desk = desks[name];
  if (!desk) return id;
  return (
    <DeskLink desk={desk} search={{ open: text }}>
      {id}
    </DeskLink>
  );
}
