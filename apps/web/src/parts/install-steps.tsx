/** The list of an installation: worked through by whoever installs, read by everybody else. */
import { api, type ReplyOf } from '@kaitong/contract';
import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { FileDrop } from './file-drop.tsx';
import { Bar } from './meter.tsx';
import { ErrorNotice } from './notice.tsx';
import { Section } from './page.tsx';
import { ToneShape } from './status-tag.tsx';
import { useAct } from '../query.ts';
import { useSay } from '../words/say.ts';
import { useWord } from '../words/word.ts';
import { Checklist } from './checklist.tsx';
import { installWords as words } from './install-words.ts';
import './install-steps.css';

type Visit = ReplyOf<typeof api.visits.visit>;
type Item = Visit['checklist'][number];

// The last item moves the visit, and with it the journey.
const useTick = () => useAct(api.visits.tickVisit, { invalidates: 'everything' });

export function InstallSteps({ visit }: { visit: Pick<Visit, 'id' | 'checklist'> }) {
  const say = useSay(words);
  const needed = visit.checklist.filter((item) => item.needed);
  const done = needed.filter((item) => item.done).length;
  const open = visit.checklist.find((item) => item.needed && !item.done);
  return (
    <Section title={say('list.title')}>
      <Bar
        label={say('list.label')}
        text={say('check.progress', { done, total: needed.length })}
        percent={Math.floor((done * 100) / Math.max(1, needed.length))}
      />
      <ol className="install">
        {visit.checklist.map((item) => (
          <Step key={item.item} visitId={visit.id} item={item} isOpen={item === open} />
        ))}
      </ol>
    </Section>
  );
}

type StepParts = {
  readonly visitId: string;
  readonly item: Item;
  /** The next one stands open; the others wait or are done. */
  readonly isOpen: boolean;
};

function Step({ visitId, item, isOpen }: StepParts) {
  const say = useSay(words);
  const word = useWord();
  const isAsking = isOpen || (!item.needed && !item.done);
  return (
    <li className="install-step" data-done={item.done || undefined}>
      <ToneShape tone={item.done ? 'done' : 'quiet'} />
      <div className="install-body">
        <p className="install-name">
          {word(`visit.item.${item.item}`)}
          {!item.needed && <span className="quiet"> {say('house.optional')}</span>}
          <span className="unseen">{say(item.done ? 'check.done' : 'check.open')}</span>
        </p>
        {item.done && item.note && <p className="quiet">{item.note}</p>}
        {isAsking && <p className="quiet">{say(`how.${item.item}`)}</p>}
        {isAsking && <Doing visitId={visitId} item={item.item} />}
      </div>
    </li>
  );
}

function Doing({ visitId, item }: { visitId: string; item: Item['item'] }): ReactNode {
  if (item === 'serial') return <SerialStep visitId={visitId} />;
  if (item === 'location') return <LocationStep visitId={visitId} />;
  if (item === 'photos') return <PhotoStep visitId={visitId} />;
  return <PlainStep visitId={visitId} item={item} />;
}

function SerialStep({ visitId }: { visitId: string }) {
  const say = useSay(words);
  const tick = useTick();
  const send = ({ serial }: { serial: string }) =>
    tick.run({ params: { id: visitId }, body: { item: 'serial', serial: serial.trim() } });
  return (
    <Form layout="vertical" onFinish={send} className="install-form">
      <Form.Item
        name="serial"
        label={say('serial.label')}
        rules={[{ required: true, min: 4, message: say('serial.missing') }]}
      >
        <Input autoComplete="off" autoCapitalize="characters" maxLength={40} />
      </Form.Item>
      <ErrorNotice problem={tick.problem} />
      <Button type="primary" htmlType="submit" loading={tick.isBusy}>
        {say('serial.check')}
      </Button>
    </Form>
  );
}

type PlaceTrouble = 'place.denied' | 'place.none';

function LocationStep({ visitId }: { visitId: string }) {
  const say = useSay(words);
  const tick = useTick();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<PlaceTrouble>();
  const found = ({ coords: { latitude, longitude } }: GeolocationPosition) => {
    setAsking(false);
    tick.run({ params: { id: visitId }, body: { item: 'location', latitude, longitude } });
  };
  const lost = ({ code }: GeolocationPositionError) => {
    setAsking(false);
    setTrouble(code === 1 ? 'place.denied' : 'place.none');
  };
  const ask = () => {
    setTrouble(undefined);
    setAsking(true);
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: PLACE_TIMEOUT_MS });
  };
  return (
    <>
      {trouble && (
        <p role="alert" className="install-trouble">
          {say(trouble)}
        </p>
      )}
      <ErrorNotice problem={tick.problem} />
      <Button type="primary" onClick={ask} loading={isAsking || tick.isBusy}>
        {say('place.measure')}
      </Button>
    </>
  );
}

// A phone under a roof needs some seconds to find itself.
const PLACE_TIMEOUT_MS = 15_000;

type PlainItem = Exclude<Item['item'], 'serial' | 'location' | 'photos'>;

function PlainStep({ visitId, item }: { visitId: string; item: PlainItem }) {
  const say = useSay(words);
  const tick = useTick();
  return (
    <>
      <ErrorNotice problem={tick.problem} />
      <Button
        type="primary"
        loading={tick.isBusy}
        onClick={() => tick.run({ params: { id: visitId }, body: { item } })}
      >
        {say('plain.done')}
      </Button>
    </>
  );
}

function PhotoStep({ visitId }: { visitId: string }) {
  const say = useSay(words);
  const tick = useTick();
  // Kept first; the visit then names it.
  const keep = useAct(api.vault.keepDocument, {
    onDone: ({ id: fileId }) =>
      tick.run({ params: { id: visitId }, body: { item: 'photos', fileId } }),
  });
  return (
    <>
      <FileDrop
        label={say('photo.label')}
        kinds={['image']}
        size_MB={10}
        isBusy={keep.isBusy || tick.isBusy}
        onFile={(file) => keep.run({ body: { kind: 'photo' }, file })}
      />
      <ErrorNotice problem={keep.problem ?? tick.problem} />
    </>
  );
}

/** The same list for who only looks. */
export function InstallList({ visit: { checklist } }: { visit: Pick<Visit, 'checklist'> }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Section title={say('list.title')}>
      <Checklist
        label={say('list.label')}
        items={checklist
          .filter(({ needed, done }) => needed || done)
          .map(({ item, done, note }) => ({
            key: item,
            label: word(`visit.item.${item}`),
            isDone: done,
            hint: note,
          }))}
      />
    </Section>
  );
}
