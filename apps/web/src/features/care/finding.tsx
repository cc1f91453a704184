import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useSelfHelp, type Case } from './queries.ts';
import { words } from './words.ts';

/** What it is, what to do about it, and whether that helped. */
export function Finding({ one }: { one: Case }) {
  const { finding } = one.diagnosis;
  if (!finding) return null;
  const mayTell = one.can.includes('selfHelp');
  return (
    <>
      <Callout tone={mayTell ? 'todo' : 'quiet'} title={finding.text} isLive>
        <ul className="advice">
          {finding.advice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Callout>
      {mayTell && <Helped id={one.id} />}
    </>
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
