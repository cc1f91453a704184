import { assertNever } from '@kaitong/values';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { FieldList, Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag, type Tone } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useWithdraw, type Application, type Dictionary } from './queries.ts';
import { screensOf } from './screens.ts';
import { Summary } from './summary.tsx';
import { words } from './words.ts';
import './application.css';

type StatusParts = { readonly application: Application; readonly dictionary: Dictionary };

/** Others have the move, or nobody has: what it waits for, until when, and what was sent. */
export function StatusView({ application, dictionary }: StatusParts) {
  const say = useSay(words);
  const word = useWord();
  const { number, status, title, submittedAt, fields, todo } = application;
  const screens = screensOf(dictionary, { values: fields, todo });
  return (
    <PageFrame
      title={say('status.title')}
      back={{ to: '/m/progress', label: say('status.progress') }}
    >
      <FieldList
        fields={[
          { label: say('status.number'), value: number },
          ...(title ? [{ label: say('status.shop'), value: title }] : []),
          {
            label: say('status.status'),
            value: <StatusTag tone={tones[status]}>{word(`application.${status}`)}</StatusTag>,
          },
          ...(submittedAt
            ? [{ label: say('status.sentAt'), value: <When at={submittedAt} near /> }]
            : []),
        ]}
      />
      <Meaning application={application} />
      <Folded title={say('status.given')}>
        <Summary application={application} screens={screens} />
      </Folded>
      {application.can.includes('withdraw') && <Withdraw application={application} />}
    </PageFrame>
  );
}

const tones: Readonly<Record<Application['status'], Tone>> = {
  draft: 'todo',
  queued: 'waiting',
  in_review: 'waiting',
  second_review: 'waiting',
  revision_required: 'todo',
  to_be_signed: 'todo',
  finished: 'done',
  declined: 'harm',
  canceled: 'quiet',
  expired: 'quiet',
};

function Meaning({ application }: { application: Application }): ReactNode {
  const say = useSay(words);
  const { status, dueAt, comment } = application;
  const start = <ButtonLink to="/advise">{say('status.again')}</ButtonLink>;
  switch (status) {
    case 'queued':
    case 'in_review':
    case 'second_review':
      return (
        <Callout tone="waiting" title={say(`status.${status}`)}>
          {dueAt && (
            <p>
              {say('status.answerBy')} <When at={dueAt} near />
            </p>
          )}
          <p>{say('status.reviewed')}</p>
        </Callout>
      );
    case 'to_be_signed':
      return (
        <Callout tone="done" title={say('status.approved')}>
          <p>{say('status.approved.text')}</p>
          <ButtonLink to="/m/contracts">{say('status.contract')}</ButtonLink>
        </Callout>
      );
    case 'declined':
      return (
        <Callout tone="harm" title={say('status.declined')}>
          {comment && <p>{comment}</p>}
          <p>{say('status.declined.text')}</p>
          <ButtonLink to="/m/help" isQuiet>
            {say('status.ask')}
          </ButtonLink>
        </Callout>
      );
    case 'finished':
      return <Callout tone="done" title={say('status.finished')} />;
    case 'canceled':
    case 'expired':
      return (
        <Callout tone="quiet" title={say(`status.${status}`)}>
          {start}
        </Callout>
      );
    // Whoever may write sees the form instead.
    case 'draft':
    case 'revision_required':
      return null;
    default:
      return assertNever(status);
  }
}

function Withdraw({ application }: { application: Application }) {
  const say = useSay(words);
  const withdraw = useWithdraw();
  return (
    <div>
      <ErrorNotice problem={withdraw.problem} />
      <Popconfirm
        title={say('withdraw.sure')}
        description={say('withdraw.text')}
        okText={say('withdraw.yes')}
        cancelText={say('house.cancel')}
        onConfirm={() => withdraw.run({ params: { id: application.id } })}
      >
        <Button loading={withdraw.isBusy}>{say('withdraw.button')}</Button>
      </Popconfirm>
    </div>
  );
}
