/** How a case stands: what the merchant can do now, or who does something and by when. */
import { assertNever } from '@kaitong/values';
import { Button } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Foot } from '../../parts/foot.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Finding, Found } from './finding.tsx';
import { NoteForm } from './note-form.tsx';
import { Proof } from './proof.tsx';
import { Question } from './question.tsx';
import { useAppeal, useStartDiagnosis, useTestFailure, type Case } from './queries.ts';
import { words } from './words.ts';

type Parts = { readonly one: Case };

export function Standing({ one }: Parts) {
  const { status, diagnosis } = one;
  switch (status) {
    case 'reported':
      return <Begin one={one} />;
    case 'diagnosing':
      return diagnosis.step ? <Question one={one} step={diagnosis.step} /> : null;
    case 'self_help':
      return <Finding one={one} />;
    case 'under_review':
      return (
        <>
          <Reviewed one={one} />
          <Found one={one} />
        </>
      );
    case 'rejected':
      return <Rejected one={one} />;
    case 'approved':
    case 'reinstalling':
      return (
        <>
          <Approved one={one} />
          <Proof one={one} />
        </>
      );
    case 'testing':
      return (
        <>
          <Testing one={one} />
          <Proof one={one} />
        </>
      );
    case 'restored':
    case 'follow_up':
    case 'closed':
      return <Over one={one} />;
    case 'terminated':
      return <Terminated one={one} />;
    default:
      return assertNever(status);
  }
}

function Begin({ one: { id, can } }: Parts) {
  const say = useSay(words);
  const start = useStartDiagnosis();
  return (
    <>
      <Callout tone="todo" title={say('case.begin.title')}>
        <p>{say('case.begin.text')}</p>
      </Callout>
      {can.includes('diagnose') && (
        <Foot problem={start.problem}>
          <Button
            type="primary"
            loading={start.isBusy}
            onClick={() => start.run({ params: { id } })}
          >
            {say('case.begin')}
          </Button>
        </Foot>
      )}
    </>
  );
}

function Reviewed({ one: { dueAt } }: Parts) {
  const say = useSay(words);
  return (
    <Callout tone="waiting" title={say('now.under_review')} isLive>
      <p>{say('now.under_review.text')}</p>
      {dueAt && (
        <p>
          {say('now.latest')} <When at={dueAt} near />
        </p>
      )}
    </Callout>
  );
}

function Decision({ one: { decidedBy, decisionNote } }: Parts) {
  const say = useSay(words);
  if (!decidedBy || !decisionNote) return null;
  return <p>{say('now.said', { who: decidedBy, note: decisionNote })}</p>;
}

function Rejected({ one }: Parts) {
  const say = useSay(words);
  const appeal = useAppeal();
  const { id, can, dueAt } = one;
  return (
    <>
      <Callout tone="harm" title={say('now.rejected')} isLive>
        <Decision one={one} />
        <p>{say('now.rejected.text')}</p>
        {dueAt && (
          <p>
            {say('now.rejected.until')} <When at={dueAt} />
          </p>
        )}
      </Callout>
      {can.includes('appeal') && (
        <NoteForm
          label={say('appeal.note')}
          button={say('appeal.send')}
          isPrimary
          act={appeal}
          onSend={(note) => appeal.run({ params: { id }, body: { note } })}
        />
      )}
    </>
  );
}

function Approved({ one }: Parts) {
  const say = useSay(words);
  const word = useWord();
  const { path, orderId, newTerminalId, status } = one;
  if (!path) return null;
  const title =
    status === 'reinstalling'
      ? say('now.reinstalling')
      : say('now.approved', { path: word(`case.path.${path}`) });
  return (
    <Callout tone="waiting" title={title} isLive>
      <Decision one={one} />
      <p>{say(`now.approved.${path}`)}</p>
      {newTerminalId && (
        <ButtonLink to={`/m/terminals/${newTerminalId}`}>{say('now.newTerminal')}</ButtonLink>
      )}
      {orderId && (
        <ButtonLink to={`/m/orders/${orderId}`} isQuiet>
          {say('now.order')}
        </ButtonLink>
      )}
    </Callout>
  );
}

function Testing({ one: { id, can } }: Parts) {
  const say = useSay(words);
  const fail = useTestFailure();
  return (
    <>
      <Callout tone="todo" title={say('now.testing')} isLive>
        <p>{say('now.testing.text')}</p>
      </Callout>
      {can.includes('reportTestFailure') && (
        <Folded title={say('fail.title')}>
          <NoteForm
            label={say('fail.note')}
            button={say('fail.send')}
            act={fail}
            onSend={(note) => fail.run({ params: { id }, body: { note } })}
          />
        </Folded>
      )}
    </>
  );
}

function Over({ one }: Parts) {
  const say = useSay(words);
  const { status, followUpDueAt, lesson } = one;
  const isClosed = status === 'closed';
  return (
    <>
      <Callout tone="done" title={say(isClosed ? 'now.closed' : 'now.restored')} isLive>
        {!isClosed && <p>{say('now.restored.text')}</p>}
        {!isClosed && followUpDueAt && (
          <p>
            {say('now.restored.by')} <When at={followUpDueAt} near />
          </p>
        )}
        {lesson && (
          <p>
            {say('now.lesson')}: {lesson}
          </p>
        )}
      </Callout>
      <Proof one={one} />
    </>
  );
}

function Terminated({ one }: Parts) {
  const say = useSay(words);
  return (
    <Callout tone="harm" title={say('now.terminated')} isLive>
      <Decision one={one} />
      <p>{say('now.terminated.text')}</p>
      <ButtonLink to="/m/tickets/new" isQuiet>
        {say('help.ask')}
      </ButtonLink>
    </Callout>
  );
}
