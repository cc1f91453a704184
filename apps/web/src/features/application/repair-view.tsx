import { Button, Form } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { DocumentField } from './document-field.tsx';
import { useExample, useRemedy } from './example.ts';
import { DraftField } from './fields-screen.tsx';
import { useResubmit, type Application, type Dictionary } from './queries.ts';
import { SaveMark } from './save-mark.tsx';
import { screensOf } from './screens.ts';
import { Summary } from './summary.tsx';
import { useDraft, type Draft } from './use-draft.ts';
import { words } from './words.ts';
import './application.css';

type Marked = Application['decisions'][number];
type RepairParts = { readonly application: Application; readonly dictionary: Dictionary };

/** Only what came back: each with why, how to cure it, and how a right one looks. */
export function RepairView({ application, dictionary }: RepairParts) {
  const say = useSay(words);
  const draft = useDraft(application);
  const resubmit = useResubmit();
  const marked = application.decisions.filter(({ decision }) => decision === 'revise');
  const screens = screensOf(dictionary, { values: draft.values, todo: application.todo });
  const { id, comment, dueAt, number } = application;
  return (
    <PageFrame
      title={say('repair.title', { count: marked.length })}
      lead={say('repair.lead')}
      back={{ to: '/m/progress', label: say('form.leave') }}
    >
      <div className="form-head">
        <p className="repair-head">
          <span className="quiet">{number}</span>
          {dueAt && <DueChip at={dueAt} />}
        </p>
        <SaveMark draft={draft} />
      </div>
      {comment && (
        <Callout tone="waiting" title={say('repair.comment')}>
          <p>{comment}</p>
        </Callout>
      )}
      <Form layout="vertical" className="application-form" component="div">
        <ol className="repairs">
          {marked.map((decision) => (
            <Repair key={decision.path} {...{ decision, draft, dictionary }} />
          ))}
        </ol>
      </Form>
      <Folded title={say('repair.rest')}>
        <Summary application={application} screens={screens} />
      </Folded>
      <Foot
        problem={resubmit.problem}
        note={say(application.todo.length > 0 ? 'repair.left' : 'repair.note', {
          count: application.todo.length,
        })}
      >
        <Button
          type="primary"
          disabled={draft.state !== 'saved' || application.todo.length > 0}
          loading={resubmit.isBusy}
          onClick={() => resubmit.run({ params: { id } })}
        >
          {say('repair.send')}
        </Button>
      </Foot>
    </PageFrame>
  );
}

type OneParts = {
  readonly decision: Marked;
  readonly draft: Draft;
  readonly dictionary: Dictionary;
};

function Repair({ decision: { path, reasonCode, note }, draft, dictionary }: OneParts) {
  const say = useSay(words);
  const word = useWord();
  const remedy = useRemedy();
  const field = dictionary.fields.find((each) => each.path === path);
  const document = dictionary.documents.find((each) => each.path === path);
  const example = useExample(path) ?? (document ? word(document.hint) : undefined);
  const cure = reasonCode === undefined ? undefined : remedy(reasonCode);
  return (
    <li className="repair">
      <h2>
        {word(field?.label ?? document?.label ?? path)} <RepairState path={path} draft={draft} />
      </h2>
      <dl className="repair-why">
        <Why label={say('repair.reason')}>
          {reasonCode && word(`onboarding.reason.${reasonCode}`)}
        </Why>
        <Why label={say('repair.said')}>{note}</Why>
        <Why label={say('repair.cure')}>{cure}</Why>
        <Why label={say('repair.example')}>{example}</Why>
      </dl>
      {field && <DraftField field={field} draft={draft} isTold />}
      {document && <DocumentField document={document} application={draft.application} />}
    </li>
  );
}

function Why({ label, children }: { label: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The server compares with what came back, and also sees whether the new one is right. */
function RepairState({ path, draft }: { path: string; draft: Draft }) {
  const say = useSay(words);
  const isOpen = draft.application.todo.some((trouble) => trouble.path === path);
  return (
    <StatusTag tone={isOpen ? 'todo' : 'done'}>
      {say(isOpen ? 'repair.open' : 'repair.mended')}
    </StatusTag>
  );
}
