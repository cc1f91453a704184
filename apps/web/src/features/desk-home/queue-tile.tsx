/** One queue: how many wait, how long the oldest has, what is due first. */
import { Link } from '@tanstack/react-router';
import { useNow } from '../../clock.ts';
import { useMe, type User } from '../../house.ts';
import { DueChip } from '../../parts/when.tsx';
import { useApi } from '../../query.ts';
import { useSay, type Vocabulary } from '../../words/say.ts';
import { ageOf, oldest } from './age.ts';
import { COUNT_MAX, queues, type Queue, type Waiting } from './queues.ts';
import { words } from './words.ts';

const LOOK_AGAIN_MS = 60_000;

type Key = typeof words extends Vocabulary<infer Each> ? Each : never;

export function QueueTiles() {
  const say = useSay(words);
  const me = useMe();
  const mine = me ? queues.filter(({ roles }) => roles.includes(me.role)) : [];
  if (!me || mine.length === 0) return <p className="quiet">{say('queues.none')}</p>;
  return (
    <ul className="queues">
      {mine.map((queue) => (
        <li key={queue.key}>
          <QueueTile queue={queue} me={me} />
        </li>
      ))}
    </ul>
  );
}

function QueueTile({ queue, me }: { queue: Queue; me: User }) {
  const say = useSay(words);
  const { key, endpoint, input, to, search = {} } = queue;
  const { data, error } = useApi(endpoint, input, { every_ms: LOOK_AGAIN_MS });
  const rows = waitingIn(queue, data, me);
  return (
    <Link to={to} search={search} className="queue" data-empty={rows?.length === 0 || undefined}>
      <span className="queue-name">{say(`queue.${key}` as Key)}</span>
      <strong className="queue-count figures">{rows ? countOf(rows.length) : '–'}</strong>
      <span className="queue-age quiet">
        {error && say('queue.trouble')}
        {rows && <Oldest rows={rows} />}
      </span>
    </Link>
  );
}

function Oldest({ rows }: { rows: readonly Waiting[] }) {
  const say = useSay(words);
  const now = useNow();
  const since = oldest(rows.map((row) => row.since));
  const dueAt = oldest(rows.map((row) => row.dueAt));
  if (rows.length === 0) return say('queue.empty');
  const age = since && ageOf(since, now);
  return (
    <>
      {age && say('queue.oldest', { age: say(`age.${age.unit}`, { count: age.count }) })}
      {dueAt && <DueChip at={dueAt} />}
    </>
  );
}

function countOf(length: number): string {
  return length >= COUNT_MAX ? `${COUNT_MAX}+` : String(length);
}

function waitingIn(
  { isMine, wait }: Queue,
  data: unknown,
  me: User,
): readonly Waiting[] | undefined {
  if (data === undefined) return undefined;
  const { rows } = data as { rows: readonly never[] };
  return rows.filter((row) => isMine?.(row, me) ?? true).map((row) => wait(row));
}
