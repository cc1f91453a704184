/** One installation: who comes when, or the list to work through oneself, and the acceptance. */
import { isDay } from '@kaitong/values';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Foot } from '../../parts/foot.tsx';
import { InstallList, InstallSteps } from '../../parts/install-steps.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useAccept, useSelfInstall, useVisit, type Visit } from './queries.ts';
import { visitTones } from './tones.ts';
import { words } from './words.ts';
import './visit.css';

export function Page() {
  const say = useSay(words);
  const { id = '' } = useParams({ strict: false });
  return (
    <PageFrame title={say('visit.title')} back={{ to: '/m/progress', label: say('visit.back') }}>
      <Loaded query={useVisit(id)} lines={8}>
        {(visit) => <VisitView visit={visit} />}
      </Loaded>
    </PageFrame>
  );
}

function VisitView({ visit }: { visit: Visit }) {
  const word = useWord();
  const isMine = visit.can.includes('tick') || visit.can.includes('addPhoto');
  return (
    <>
      <p className="visit-head">
        <StatusTag tone={visitTones[visit.status]}>{word(`visit.${visit.status}`)}</StatusTag>
        <span className="quiet">{word(`visit.mode.${visit.mode}`)}</span>
      </p>
      <Standing visit={visit} />
      {visit.can.includes('selfInstall') && <ChooseSelf visitId={visit.id} />}
      {isMine ? <InstallSteps visit={visit} /> : <InstallList visit={visit} />}
      <Facts visit={visit} />
      {visit.can.includes('accept') && visit.status === 'testing' && <Accept visitId={visit.id} />}
    </>
  );
}

/** Who comes and when, or what went wrong. */
function Standing({ visit }: { visit: Visit }) {
  const say = useSay(words);
  const { status, mode, startsAt, proposedAt, technician, reason } = visit;
  if (status === 'accepted')
    return (
      <Callout tone="done" title={say('visit.accepted')} isLive>
        <ButtonLink to="/m/training">{say('visit.next')}</ButtonLink>
      </Callout>
    );
  if (status === 'testing')
    return (
      <Callout tone="todo" title={say('visit.toAccept')}>
        <p>{say('visit.toAccept.text')}</p>
      </Callout>
    );
  if (status === 'failed' || status === 'merchant_absent')
    return (
      <Callout tone="harm" title={say(`visit.${status}`)}>
        {reason && <p>{reason}</p>}
      </Callout>
    );
  if (mode === 'selfInstall' || status === 'canceled') return null;
  return (
    <Callout tone="waiting" title={say(startsAt ? 'visit.comes' : 'visit.noTime')}>
      <p>
        {startsAt ? technician?.name : say('visit.proposed')}{' '}
        <When at={startsAt ?? proposedAt} near />
      </p>
      <p>{say('visit.beThere')}</p>
    </Callout>
  );
}

function ChooseSelf({ visitId }: { visitId: string }) {
  const say = useSay(words);
  const choose = useSelfInstall();
  return (
    <Section title={say('self.title')}>
      <p>{say('self.lead')}</p>
      <ErrorNotice problem={choose.problem} />
      <Button block loading={choose.isBusy} onClick={() => choose.run({ params: { id: visitId } })}>
        {say('self.choose')}
      </Button>
    </Section>
  );
}

function Facts({ visit }: { visit: Visit }) {
  const say = useSay(words);
  return (
    <Section title={say('facts.title')}>
      <FieldList
        fields={[
          { label: say('facts.serial'), value: visit.serial },
          { label: say('facts.store'), value: visit.storeName },
          { label: say('facts.address'), value: visit.storeAddress },
          ...(isDay(visit.dueOn)
            ? [{ label: say('facts.due'), value: <DayText on={visit.dueOn} /> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Accept({ visitId }: { visitId: string }) {
  const say = useSay(words);
  const accept = useAccept();
  return (
    <>
      <Foot problem={accept.problem} note={say('accept.note')}>
        <Button
          type="primary"
          loading={accept.isBusy}
          onClick={() => accept.run({ params: { id: visitId }, body: {} })}
        >
          {say('accept.button')}
        </Button>
      </Foot>
    </>
  );
}
