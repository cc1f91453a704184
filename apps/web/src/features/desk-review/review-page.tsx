/** One application: its papers on the left, what was filled in on the right, the verdict above. */
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../house.ts';
import { Callout } from '../../parts/callout.tsx';
import { KeysHelp, useKeys } from '../../parts/desk/keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { DocumentViewer } from './document-viewer.tsx';
import { evidenceFor, groupsOf, isOpen, tallyOf, type File, type Tally } from './items.ts';
import { ItemList } from './item-list.tsx';
import {
  useApplication,
  useDictionary,
  useNext,
  useReasons,
  type Application,
  type Dictionary,
} from './queries.ts';
import { statusTones } from './tones.ts';
import { useDecisions } from './use-decisions.ts';
import { VerdictDeeds } from './verdict-deeds.tsx';
import { words } from './words.ts';
import '../../parts/desk/desk.css';
import './review.css';

export function Page() {
  const say = useSay(words);
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const application = useApplication(id);
  if (!application.data)
    return (
      <PageFrame title={say('queue.title')} back={{ to: '/c/review', label: say('back') }}>
        <Loaded query={application} lines={10}>
          {() => null}
        </Loaded>
      </PageFrame>
    );
  return <WithDictionary key={id} application={application.data} />;
}

function WithDictionary({ application }: { application: Application }) {
  return (
    <Loaded query={useDictionary(application.subjectType)} lines={10}>
      {(dictionary) => <Review application={application} dictionary={dictionary} />}
    </Loaded>
  );
}

type ReviewParts = { readonly application: Application; readonly dictionary: Dictionary };

function Review({ application: heard, dictionary }: ReviewParts) {
  const say = useSay(words);
  const { application, decide, problem } = useDecisions(heard);
  const { documents, revision, can } = application;
  const groups = groupsOf(application, dictionary);
  const items = groups.flatMap((group) => group.items);
  const files = items.flatMap((item) => item.files);
  const [path, setPath] = useState<string>();
  const [file, setFile] = useState<File>();
  const active = path ?? (items.find(isOpen) ?? items[0])?.path;
  const item = items.find((each) => each.path === active);
  const look = (to: string) => {
    setPath(to);
    const next = items.find((each) => each.path === to);
    // What proves nothing leaves the paper of before in place.
    setFile((before) => (next && evidenceFor(next, documents)) ?? before);
  };
  const shown = file ?? (item && evidenceFor(item, documents)) ?? files[0];
  return (
    <PageFrame
      title={application.title || say('untitled')}
      back={{ to: '/c/review', label: say('back') }}
      lead={<Standing application={application} tally={tallyOf(items)} />}
      actions={<Conclusion application={application} tally={tallyOf(items)} />}
    >
      <Remarks application={application} />
      <div className="review">
        <DocumentViewer
          applicationId={application.id}
          files={files}
          shown={shown}
          onShow={setFile}
        />
        <div className="review-side">
          <ErrorNotice problem={problem} />
          <ItemList
            groups={groups}
            revision={revision}
            reasons={useReasons()}
            active={active}
            onLook={look}
            onDecide={can.includes('decideFields') ? decide : undefined}
          />
        </div>
      </div>
    </PageFrame>
  );
}

type StandingParts = { readonly application: Application; readonly tally: Tally };

function Standing({ application, tally }: StandingParts) {
  const say = useSay(words);
  const word = useWord();
  const { number, subjectType, status, dueAt, revision } = application;
  return (
    <span className="standing">
      <StatusTag tone={statusTones[status]}>{word(`application.${status}`)}</StatusTag>
      {dueAt && <DueChip at={dueAt} />}
      <span className="figures">{number}</span>
      <span>{word(`subjectType.${subjectType}`)}</span>
      {revision > 1 && <span>{say('row.revision', { count: revision })}</span>}
      {tally.total > 0 && (
        <strong className="figures" role="status">
          {say('sum.progress', tally)}
          {tally.marked > 0 && ` · ${say('sum.marked', { count: tally.marked })}`}
        </strong>
      )}
    </span>
  );
}

function Conclusion({ application, tally }: StandingParts) {
  const say = useSay(words);
  const next = useNext();
  useKeys({ n: next.take });
  return (
    <div className="conclusion">
      <VerdictDeeds application={application} tally={tally} />
      <div className="deeds-row conclusion-more">
        <Button
          {...(application.can.length === 0 ? { type: 'primary' as const } : {})}
          onClick={next.take}
          loading={next.isBusy}
        >
          {say('next.button')} <kbd aria-hidden="true">n</kbd>
        </Button>
        <KeysHelp lines={useKeyLines()} />
      </div>
      <ErrorNotice problem={next.problem} />
    </div>
  );
}

function useKeyLines() {
  const say = useSay(words);
  return [
    { keys: ['j', 'k'], does: say('keys.walk') },
    { keys: ['a'], does: say('keys.accept') },
    { keys: ['r'], does: say('keys.mark') },
    { keys: ['1…9'], does: say('keys.reason') },
    { keys: ['[', ']'], does: say('keys.documents') },
    { keys: ['+', '-', '0', 'o'], does: say('keys.zoom') },
    { keys: ['n'], does: say('keys.next') },
  ];
}

/** What others said about it, and who has it now. */
function Remarks({ application }: { application: Application }) {
  const say = useSay(words);
  const word = useWord();
  const me = useMe();
  const { claimedBy, proposal, overturnNote, comment, revealed, status, can } = application;
  const isOthers = status === 'in_review' && claimedBy !== undefined && claimedBy.id !== me?.id;
  return (
    <>
      {proposal && (
        <Callout
          tone={proposal.verdict === 'decline' ? 'harm' : 'waiting'}
          title={say(`proposal.${proposal.verdict}`, { name: claimedBy?.name ?? proposal.by })}
        >
          {proposal.reasonCode && <p>{word(`onboarding.reason.${proposal.reasonCode}`)}</p>}
          {proposal.note && <p>{proposal.note}</p>}
          {status === 'second_review' && <p>{say('proposal.second')}</p>}
        </Callout>
      )}
      {overturnNote && <Callout tone="waiting" title={say('overturned', { note: overturnNote })} />}
      {comment && (
        <Callout tone="quiet" title={say('comment')}>
          <p>{comment}</p>
        </Callout>
      )}
      {isOthers && <Callout tone="quiet" title={say('held', { name: claimedBy.name })} />}
      {!revealed && can.includes('claim') && <Callout tone="quiet" title={say('masked')} />}
    </>
  );
}
