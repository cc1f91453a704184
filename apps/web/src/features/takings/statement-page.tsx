import { day as dayFrom, negate } from '@kaitong/values';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { SumLine } from './fee-proof.tsx';
import { useStatement, useStatementFile, type Statement } from './queries.ts';
import { words } from './words.ts';
import './takings.css';

/** One day, to the fen: what was sold, and how the balance moved. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame
      title={say('statements.title')}
      back={{ to: '/m/statements', label: say('statements.allDays') }}
    >
      <Loaded query={useStatement(id)} lines={12}>
        {(statement) => <Detail statement={statement} />}
      </Loaded>
    </PageFrame>
  );
}

type DetailParts = { readonly statement: Statement };

function Detail({ statement }: DetailParts) {
  const say = useSay(words);
  const { day, merchantName } = statement;
  return (
    <>
      <p className="statement-day">
        <DayText on={dayFrom(day)} />
        <span className="quiet"> · {merchantName}</span>
      </p>
      <TheDay statement={statement} />
      <Balance statement={statement} />
      <div className="statement-ways">
        <TextFile statement={statement} />
        <ButtonLink to={`/m/takings?day=${day}`} isQuiet>
          {say('statement.takings')}
        </ButtonLink>
      </div>
    </>
  );
}

function TheDay({ statement }: DetailParts) {
  const say = useSay(words);
  const word = useWord();
  const { salesCount, sales, undone, refunds, fees, net, paidOut } = statement;
  return (
    <Section title={say('statement.day')}>
      <div>
        <SumLine name={say('statements.sales', { count: salesCount })} amount={sales} />
        <SumLine name={word('statement.undone')} amount={negate(undone)} />
        <SumLine name={word('statement.refunds')} amount={negate(refunds)} />
        <SumLine name={word('statement.fees')} amount={negate(fees)} />
        <SumLine name={word('statement.net')} amount={net} isResult />
        <SumLine name={word('statement.paidOut')} amount={paidOut} />
      </div>
    </Section>
  );
}

function Balance({ statement: { opening, lines, closing } }: DetailParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Section title={say('statement.balance')}>
      <p className="quiet small">{say('statement.balance.note')}</p>
      <div>
        <SumLine name={word('statement.opening')} amount={opening} />
        {lines.map(({ kind, count, amount }) => (
          <SumLine
            key={kind}
            name={say('statement.lines', { kind: word(`ledger.kind.${kind}`), count })}
            amount={amount}
          />
        ))}
        <SumLine name={word('statement.closing')} amount={closing} isResult />
      </div>
    </Section>
  );
}

function TextFile({ statement: { id, day } }: DetailParts) {
  const say = useSay(words);
  const file = useStatementFile(`statement-${day}.txt`);
  return (
    <>
      <Button block onClick={() => file.run({ params: { id } })} loading={file.isBusy}>
        {say('statement.file')}
      </Button>
      <ErrorNotice problem={file.problem} />
    </>
  );
}
