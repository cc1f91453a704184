/** A picture that comes closer, turns and moves. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

const ZOOM_MAX = 8;
const ZOOM_MIN = 0.25;
const ZOOM_STEP = 1.35;
const LOOK_CLOSE = 2.5;
const MOVE_PX = 60;

type Place = {
  readonly zoom: number;
  readonly turns: number;
  readonly x: number;
  readonly y: number;
};
const WHOLE: Place = { zoom: 1, turns: 0, x: 0, y: 0 };

export type Stand = Place & {
  readonly closer: () => void;
  readonly farther: () => void;
  readonly whole: () => void;
  readonly turn: () => void;
  readonly move: (x: number, y: number) => void;
  readonly near: () => void;
};

/** Where one stands before the picture; another picture begins whole. */
export function useStand(id: string | undefined): Stand {
  const [{ of, ...place }, setPlace] = useState<Place & { of: string | undefined }>({
    ...WHOLE,
    of: id,
  });
  const now: Place = of === id ? place : WHOLE;
  const put = (change: Partial<Place>) => setPlace({ ...now, ...change, of: id });
  const zoomBy = (factor: number) =>
    put({ zoom: Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, now.zoom * factor)) });
  return {
    ...now,
    closer: () => zoomBy(ZOOM_STEP),
    farther: () => zoomBy(1 / ZOOM_STEP),
    whole: () => put(WHOLE),
    turn: () => put({ turns: (now.turns + 1) % 4 }),
    move: (x, y) => put({ x: now.x + x, y: now.y + y }),
    near: () => put(now.zoom > 1 ? { ...WHOLE, turns: now.turns } : { zoom: LOOK_CLOSE }),
  };
}

type StageParts = { readonly source: string; readonly name: string; readonly stand: Stand };

export function PictureStage({ source, name, stand }: StageParts) {
  const say = useSay(words);
  const stage = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useWheel(stage, stand);
  const { zoom, turns, x, y } = stand;
  if (isBroken)
    return (
      <p className="viewer-stage viewer-broken" role="alert">
        {say('viewer.broken')}
      </p>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move, as the mouse does
    <div
      ref={stage}
      className="viewer-stage"
      role="group"
      aria-label={name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that arrows reach it
      tabIndex={0}
      onDoubleClick={stand.near}
      onKeyDown={(event) => moveByKey(event, stand)}
      onPointerDown={hold}
      onPointerMove={(event) => event.buttons > 0 && stand.move(event.movementX, event.movementY)}
    >
      <img
        src={source}
        alt={name}
        draggable={false}
        style={{ transform: `translate(${x}px, ${y}px) rotate(${turns * 90}deg) scale(${zoom})` }}
        onError={() => setBroken(true)}
      />
    </div>
  );
}

function hold(event: PointerEvent<HTMLElement>): void {
  event.currentTarget.setPointerCapture(event.pointerId);
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [MOVE_PX, 0],
  ArrowRight: [-MOVE_PX, 0],
  ArrowUp: [0, MOVE_PX],
  ArrowDown: [0, -MOVE_PX],
};

function moveByKey(event: KeyboardEvent, stand: Stand): void {
  const arrow = arrows[event.key];
  if (!arrow) return;
  event.preventDefault();
  stand.move(...arrow);
}

/** The wheel with Ctrl, or two fingers: React listens passively and could not keep the page still. */
function useWheel(stage: { readonly current: HTMLElement | null }, stand: Stand): void {
  const latest = useRef(stand);
  useEffect(() => {
    latest.current = stand;
  });
  useEffect(() => {
    const element = stage.current;
    const hear = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (event.deltaY < 0) latest.current.closer();
      else latest.current.farther();
    };
    element?.addEventListener('wheel', hear, { passive: false });
    return () => element?.removeEventListener('wheel', hear);
  }, [stage]);
}
