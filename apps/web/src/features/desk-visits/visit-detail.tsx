/** One installation: where, what to do now, the list, the acceptance. */
import { api, pathOf } from '@kaitong/contract';
import { isDay } from '@kaitong/values';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName } from '../../parts/desk/names.tsx';
import { InstallList, InstallSteps } from '../../parts/install-steps.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Acceptance } from './acceptance.tsx';
import { useVisit, type Visit } from './queries.ts';
import { visitTones } from './tones.ts';
import { TrainingPart } from './training-part.tsx';
import { VisitDeeds } from './visit-deeds.tsx';
import { words } from './words.ts';

export function VisitDetail({ id }: { id: string }) {
  return (
    <Loaded query={useVisit(id)} lines={8}>
      {(visit) => <Visited visit={visit} />}
    </Loaded>
  );
}

/** While one works, the list comes first: the rest is known by then. */
function Visited({ visit }: { visit: Visit }) {
  const word = useWord();
  const { id, storeName, status, can } = visit;
  const isWorking = can.includes('tick');
  // What is left of a list that is done: the photo.
  const canShow = can.includes('addPhoto');
  return (
    <Detail
      title={storeName}
      tag={<StatusTag tone={visitTones[status]}>{word(`visit.${status}`)}</StatusTag>}
      lead={<IdText id={id} />}
    >
      {isWorking && <InstallSteps visit={visit} />}
      <VisitDeeds visit={visit} />
      {can.includes('accept') && <Acceptance visit={visit} />}
      {!isWorking && canShow && <InstallSteps visit={visit} />}
      <Where visit={visit} />
      {!canShow && <InstallList visit={visit} />}
      <Photos visit={visit} />
      <TrainingPart merchantId={visit.merchantId} />
    </Detail>
  );
}

function Where({ visit }: { visit: Visit }) {
  const say = useSay(words);
  const word = useWord();
  const { startsAt, proposedAt, technician, dueOn, acceptedAt, reason, status } = visit;
  return (
    <Part title={say('part.where')}>
      <FieldList
        fields={[
          { label: say('fact.merchant'), value: <MerchantName id={visit.merchantId} /> },
          { label: say('fact.address'), value: visit.storeAddress },
          {
            label: say('column.serial'),
            value: (
              <DeskLink desk="terminals" search={{ open: visit.terminalId }}>
                {visit.serial}
              </DeskLink>
            ),
          },
          { label: say('column.mode'), value: word(`visit.mode.${visit.mode}`) },
          { label: say('column.who'), value: technician?.name },
          startsAt
            ? { label: say('column.time'), value: <When at={startsAt} near /> }
            : { label: say('fact.proposed'), value: <When at={proposedAt} near /> },
          { label: say('column.due'), value: isDay(dueOn) && <DayText on={dueOn} /> },
          ...(acceptedAt
            ? [{ label: say('fact.accepted'), value: <When at={acceptedAt} near /> }]
            : []),
          ...(reason && status !== 'accepted'
            ? [{ label: say('fact.reason'), value: reason }]
            : []),
          {
            label: say('fact.order'),
            value: (
              <DeskLink
                desk="orders"
                search={{ open: visit.orderId }}
                or={<IdText id={visit.orderId} />}
              >
                {say('fact.order.open')}
              </DeskLink>
            ),
          },
        ]}
      />
    </Part>
  );
}

function Photos({ visit: { photos } }: { visit: Visit }) {
  const say = useSay(words);
  if (photos.length === 0) return null;
  return (
    <ul className="visit-photos">
      {photos.map((id, index) => {
        const whole = pathOf(api.vault.documentContent, { id });
        return (
          <li key={id}>
            <a href={whole} target="_blank" rel="noreferrer">
              <img src={`${whole}?preview=1`} alt={say('photo.of', { count: index + 1 })} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
