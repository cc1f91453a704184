/**
 * What is being filled in: shown at once, saved a moment later, merged when it was changed elsewhere.
 * A value stays `own` until the server has answered with it.
 */
import { useEffect, useRef, useState } from 'react';
import type { ProblemError } from '../../api.ts';
import {
  useFresh,
  useSaveFields,
  type Application,
  type Fields,
  type FieldValue,
  type SentFields,
} from './queries.ts';

// Long enough for the next key stroke, short enough to be there when the phone is put away.
const PAUSE_MS = 700;

type SaveState = 'saved' | 'writing' | 'saving' | 'failed' | 'conflict';

export type Draft = {
  readonly application: Application;
  readonly values: Fields;
  readonly write: (path: string, value: FieldValue) => void;
  /** Saves now what waits to be saved. */
  readonly flush: () => void;
  readonly state: SaveState;
  readonly problem: ProblemError | null;
  /** After a conflict: what is here wins, or what is there. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

export function useDraft(heard: Application): Draft {
  const [own, setOwn] = useState<SentFields>({});
  const [answered, setAnswered] = useState<Application>();
  const application = newerOf(heard, answered);
  const [isConflict, setConflict] = useState(false);
  const sentUpon = useRef<number>(undefined);
  const fresh = useFresh(application.id);
  const save = useSaveFields((saved, sent) => {
    sentUpon.current = undefined;
    setAnswered(saved);
    setOwn((now) => without(now, sent));
  });
  const isOwn = Object.keys(own).length > 0;

  const send = (fields: SentFields) => {
    if (!isOwn || save.isBusy || isConflict) return;
    // Leaving a field and pressing a button come in one breath: one save a version, or they collide.
    if (sentUpon.current === application.version && !save.problem) return;
    sentUpon.current = application.version;
    save.run({
      params: { id: application.id },
      body: { version: application.version, fields },
    });
  };
  const run = () => send(own);

  useSoon(send, { what: own, isOn: isOwn && !save.isBusy && !save.problem && !isConflict });
  useWhenLeaving(run);
  useWhenChangedElsewhere(save.problem, async () => {
    const now = await fresh();
    if (touchesSame(own, { before: application, now })) setConflict(true);
    save.forget(); // Nothing collides: the next round saves upon the new version.
  });

  return {
    application,
    values: shown(application.fields, own),
    write: (path, value) => {
      // A save on its way is not forgotten: a second one beside it would meet the first as a stranger.
      if (save.problem) {
        sentUpon.current = undefined;
        save.forget();
      }
      setOwn((now) => ({ ...now, [path]: value === '' ? null : value }));
    },
    flush: run,
    state: stateOf({ isConflict, isBusy: save.isBusy, isOwn, hasProblem: save.problem !== null }),
    problem: save.problem,
    keepMine: () => setConflict(false),
    takeTheirs: () => {
      setOwn({});
      setConflict(false);
    },
  };
}

/** The page hears of a save a moment after the draft does: in between one would act upon the past. */
function newerOf(heard: Application, answered: Application | undefined): Application {
  return answered && answered.version > heard.version ? answered : heard;
}

type Standing = { isConflict: boolean; isBusy: boolean; isOwn: boolean; hasProblem: boolean };

function stateOf({ isConflict, isBusy, isOwn, hasProblem }: Standing): SaveState {
  if (isConflict) return 'conflict';
  if (isBusy) return 'saving';
  if (hasProblem) return 'failed';
  return isOwn ? 'writing' : 'saved';
}

/** The fields of the server with one's own on top; an emptied one is not there. */
export function shown(fields: Fields, own: SentFields): Fields {
  const all = Object.entries({ ...fields, ...own });
  return Object.fromEntries(all.filter((pair): pair is [string, FieldValue] => pair[1] !== null));
}

/** What was sent and has not changed since is no longer one's own. */
export function without(own: SentFields, sent: SentFields): SentFields {
  return Object.fromEntries(Object.entries(own).filter(([path, value]) => sent[path] !== value));
}

/** Whether somebody else changed the very fields that one has changed, and otherwise. */
export function touchesSame(
  own: SentFields,
  { before, now }: Readonly<Record<'before' | 'now', Pick<Application, 'fields'>>>,
): boolean {
  return Object.entries(own).some(([path, value]) => {
    const theirs = now.fields[path] ?? null;
    return theirs !== (before.fields[path] ?? null) && theirs !== value;
  });
}

/** A pause after the last change; each change begins it anew. */
function useSoon(
  send: (what: SentFields) => void,
  { what, isOn }: { what: SentFields; isOn: boolean },
): void {
  const latest = useLatest(send);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => latest.current(what), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isOn, what, latest]);
}

/** A phone that is put away gives no other chance. */
function useWhenLeaving(run: () => void): void {
  const latest = useLatest(run);
  useEffect(() => {
    const save = () => latest.current();
    const hide = () => document.visibilityState === 'hidden' && save();
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      save();
    };
  }, [latest]);
}

function useWhenChangedElsewhere(problem: ProblemError | null, merge: () => Promise<void>): void {
  const latest = useLatest(merge);
  const isElsewhere = problem?.code === 'onboarding.changedElsewhere';
  useEffect(() => {
    if (isElsewhere) void latest.current();
  }, [isElsewhere, latest]);
}

function useLatest<T>(value: T) {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
