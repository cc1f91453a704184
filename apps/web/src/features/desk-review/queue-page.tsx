/** What waits for a reviewer, what is due first on top. */
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented, type TableColumnsType } from 'antd';
import { subjectTypes } from '@kaitong/contract';
import { useMe } from '../../house.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters, Find } from '../../parts/desk/filters.tsx';
import { KeysHelp, useKeys, useListKeyLines } from '../../parts/desk/keys.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useApplications, useNext, type Application, type ApplicationRow } from './queries.ts';
import { statusTones } from './tones.ts';
import { words } from './words.ts';

const scopes = ['queue', 'claimed', 'all'] as const;
const statuses = Object.keys(statusTones) as Application['status'][];
const reviewers: readonly string[] = ['reviewer', 'risk'];

export function Page() {
  const say = useSay(words);
  const role = useMe()?.role ?? 'auditor';
  const isReviewer = reviewers.includes(role);
  return (
    <PageFrame
      title={say('queue.title')}
      lead={say('queue.lead')}
      actions={isReviewer ? <Next /> : undefined}
    >
      <Queue isReviewer={isReviewer} />
    </PageFrame>
  );
}

function Next() {
  const say = useSay(words);
  const next = useNext();
  const lines = useListKeyLines();
  useKeys({ n: next.take });
  return (
    <>
      <Button type="primary" onClick={next.take} loading={next.isBusy}>
        {say('next.button')} <kbd aria-hidden="true">n</kbd>
      </Button>
      <KeysHelp lines={[{ keys: ['n'], does: say('keys.next') }, ...lines]} />
      <ErrorNotice problem={next.problem} />
    </>
  );
}

function Queue({ isReviewer }: { isReviewer: boolean }) {
  const say = useSay(words);
  const navigate = useNavigate();
  const { text, oneOf } = useAddress();
  const scope = oneOf('scope', scopes) ?? (isReviewer ? 'queue' : 'all');
  const search = text('search');
  const status = scope === 'queue' ? undefined : oneOf('status', statuses);
  const subjectType = oneOf('subjectType', subjectTypes);
  const pages = useApplications({
    scope,
    ...(search ? { search } : {}),
    ...(status ? { status } : {}),
    ...(subjectType ? { subjectType } : {}),
  });
  return (
    <DeskList
      filters={<QueueFilters scope={scope} isReviewer={isReviewer} />}
      list={
        <DataTable
          label={say('queue.title')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/c/review/${id}` })}
          {...(scope === 'all' ? {} : { empty: say(`${scope}.empty`) })}
        />
      }
    />
  );
}

type FilterParts = { readonly scope: (typeof scopes)[number]; readonly isReviewer: boolean };

function QueueFilters({ scope, isReviewer }: FilterParts) {
  const say = useSay(words);
  const word = useWord();
  const { change } = useAddress();
  return (
    <Filters names={['search', 'status', 'subjectType']}>
      {isReviewer && (
        <Segmented
          aria-label={say('scope.label')}
          value={scope}
          options={scopes.map((value) => ({ value, label: say(`scope.${value}`) }))}
          onChange={(value) => change({ scope: value === 'queue' ? undefined : value })}
        />
      )}
      <Find name="search" label={say('find.label')} />
      {scope !== 'queue' && (
        <Choose
          name="status"
          label={say('column.status')}
          options={statuses.map((value) => ({ value, label: word(`application.${value}`) }))}
        />
      )}
      <Choose
        name="subjectType"
        label={say('column.subject')}
        options={subjectTypes.map((value) => ({ value, label: word(`subjectType.${value}`) }))}
      />
    </Filters>
  );
}

function useColumns(): TableColumnsType<ApplicationRow> {
  const say = useSay(words);
  const word = useWord();
  return [
    {
      key: 'due',
      title: say('column.due'),
      render: (_, { dueAt }) => dueAt && <DueChip at={dueAt} />,
    },
    {
      key: 'title',
      title: say('column.title'),
      render: (_, { title, revision }) => (
        <>
          {title || say('untitled')}{' '}
          {revision > 1 && (
            <span className="quiet">{say('row.revision', { count: revision })}</span>
          )}
        </>
      ),
    },
    { key: 'number', title: say('column.number'), dataIndex: 'number' },
    {
      key: 'subject',
      title: say('column.subject'),
      render: (_, { subjectType }) => word(`subjectType.${subjectType}`),
    },
    { key: 'applicant', title: say('column.applicant'), dataIndex: 'applicantMasked' },
    { key: 'phone', title: say('column.phone'), dataIndex: 'phoneMasked' },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={statusTones[status]}>{word(`application.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'who',
      title: say('column.who'),
      render: (_, { claimedBy, whoNext }) =>
        claimedBy?.name ?? <span className="quiet">{word(`onboarding.whoNext.${whoNext}`)}</span>,
    },
    {
      key: 'submitted',
      title: say('column.submitted'),
      align: 'right',
      render: (_, { submittedAt }) => submittedAt && <When at={submittedAt} near />,
    },
  ];
}
