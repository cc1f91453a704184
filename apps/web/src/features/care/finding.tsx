import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useSelfHelp, type Case } from './queries.ts';
import { words } from './words.ts';

type Parts = { readonly one: Case };

/** What it is, what to do about it, and whether that helped. */
export function Finding({ one: { id, can, diagnosis } }: Parts) {
  const { finding } = diagnosis;
  if (!finding) return null;
  return (
    <>
      <Callout tone="todo" title={finding.text} isLive>
        <Advice lines={finding.advice} />
      </Callout>
      {can.includes('selfHelp') && <Helped id={id} />}
    </>
  );
}

/** The same, once others have the move. */
export function Found({ one: { diagnosis } }: Parts) {
  const say = useSay(words);
  const { finding } = diagnosis;
  if (!finding) return null;
  return (
    <Folded title={say('house.named', { name: say('case.finding'), text: finding.text })}>
      <Advice lines={finding.advice} />
    </Folded>
  );
}

function Advice({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="advice">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Helped({ id }: { id: string }) {
  const say = useSay(words);
  const tell = useSelfHelp();
  const answer = (fixed: boolean) => tell.run({ params: { id }, body: { fixed } });
  return (
    <section className="question">
      <h2>{say('case.helped')}</h2>
      <div className="answers">
        <Button type="primary" block loading={tell.isBusy} onClick={() => answer(true)}>
          {say('case.helped.yes')}
        </Button>
        <Button block disabled={tell.isBusy} onClick={() => answer(false)}>
          {say('case.helped.no')}
        </Button>
      </div>
      <ErrorNotice problem={tell.problem} />
    </section>
  );
}
