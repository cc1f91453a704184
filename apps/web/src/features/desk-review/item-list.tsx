/** Everything there is to decide, group by group, and the keys to do it with. */
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useKeys } from '../../parts/desk/keys.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { isChanged, isOpen, nextOpen, reasonsFor, stepFrom, tallyOf, type Group } from './items.ts';
import { ItemRow } from './item-row.tsx';
import { MarkForm } from './mark-form.tsx';
import type { Reason } from './queries.ts';
import type { Wanted } from './use-decisions.ts';
import { words } from './words.ts';

type ListParts = {
  readonly groups: readonly Group[];
  readonly revision: number;
  readonly reasons: readonly Reason[];
  readonly active: string | undefined;
  readonly onLook: (path: string) => void;
  /** Absent for who only reads. */
  readonly onDecide: ((wanted: readonly Wanted[]) => void) | undefined;
};

export function ItemList({ groups, revision, reasons, active, onLook, onDecide }: ListParts) {
  const say = useSay(words);
  const changed = groups.flatMap(({ items }) => items).filter((item) => isChanged(item, revision));
  const [isAll, setAll] = useState(false);
  const isShort = changed.length > 0 && !isAll;
  const shown = isShort ? onlyOf(groups, new Set(changed)) : groups;
  const marking = useMarking({ groups: shown, active, onLook, onDecide });
  return (
    <div className="items">
      {changed.length > 0 && (
        <Segmented
          aria-label={say('changed.label')}
          value={isShort ? 'changed' : 'all'}
          onChange={(which) => setAll(which === 'all')}
          options={[
            { value: 'changed', label: say('changed.only', { count: changed.length }) },
            { value: 'all', label: say('changed.all', { count: countOf(groups) }) },
          ]}
        />
      )}
      {shown.map((group) => (
        <section key={group.id} className="item-group" aria-label={group.label}>
          <GroupHead group={group} onDecide={onDecide} />
          {group.items.map((item) => (
            <div key={item.path}>
              <ItemRow
                item={item}
                revision={revision}
                isActive={item.path === active}
                onLook={() => onLook(item.path)}
                onAccept={onDecide && (() => marking.accept(item.path))}
                onMark={onDecide && (() => marking.begin(item.path))}
              />
              {marking.path === item.path && onDecide && (
                <MarkForm
                  item={item}
                  reasons={reasonsFor(reasons, item.path)}
                  onLeave={marking.end}
                  onMark={(wanted) => {
                    onDecide([wanted]);
                    marking.goOn(item.path);
                  }}
                />
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

type MarkingParts = Pick<ListParts, 'groups' | 'active' | 'onLook' | 'onDecide'>;

/** Which item is being marked, and the keys: j k walk, a accepts, r marks. */
function useMarking({ groups, active, onLook, onDecide }: MarkingParts) {
  const [path, setPath] = useState<string>();
  const items = groups.flatMap((group) => group.items);
  const look = (to: string | undefined) => to !== undefined && onLook(to);
  const current = items.find((item) => item.path === active && item.decision !== undefined);
  const goOn = (from: string) => {
    setPath(undefined);
    look(nextOpen(items, from));
  };
  const accept = (which: string) => {
    onDecide?.([{ path: which, decision: 'accept' }]);
    goOn(which);
  };
  const begin = (which: string) => {
    onLook(which);
    setPath(path === which ? undefined : which);
  };
  useKeys({
    j: () => look(stepFrom(items, active, 1)),
    k: () => look(stepFrom(items, active, -1)),
    ...(onDecide && current && path === undefined
      ? { a: () => accept(current.path), r: () => begin(current.path) }
      : {}),
  });
  return { path, accept, begin, goOn, end: () => setPath(undefined) };
}

function GroupHead({ group, onDecide }: { group: Group; onDecide: ListParts['onDecide'] }) {
  const say = useSay(words);
  const word = useWord();
  const open = group.items.filter(isOpen);
  return (
    <div className="part-head">
      <h2>{word(group.label)}</h2>
      {onDecide && open.length > 1 && (
        <Button
          type="link"
          size="small"
          onClick={() => onDecide(open.map(({ path }) => ({ path, decision: 'accept' as const })))}
        >
          {say('item.groupAccept', { count: open.length })}
        </Button>
      )}
    </div>
  );
}

function onlyOf(groups: readonly Group[], wanted: ReadonlySet<Group['items'][number]>): Group[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => wanted.has(item)) }))
    .filter(({ items }) => items.length > 0);
}

function countOf(groups: readonly Group[]): number {
  return tallyOf(groups.flatMap(({ items }) => items)).total;
}
