/** A status as colour, shape and word together, so that none of them must be seen or known. */
import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import './status-tag.css';

/** What a status means to the reader: do it, wait, it is done, it is wrong, it is not begun. */
export type Tone = 'todo' | 'waiting' | 'done' | 'harm' | 'quiet';

type Status = { readonly tone: Tone; readonly children?: ReactNode; readonly title?: string };

export function StatusTag({ tone, children, title }: Status) {
  const say = useSay();
  return (
    <span className="status-tag" data-tone={tone} title={title}>
      <ToneShape tone={tone} />
      {children ?? say(`tone.${tone}`)}
    </span>
  );
}

const shapes: Readonly<Record<Tone, ReactNode>> = {
  todo: <path d="M4 2.5 12 8l-8 5.5z" fill="currentColor" />,
  waiting: <path d="M4 2h8L8 8l4 6H4l4-6z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  done: <path d="m2.5 8.5 3.8 4 7.2-9" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  harm: (
    <path d="M8 1.5 15 14H1zM8 6v4m0 1.4v1.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  quiet: <circle cx="8" cy="8" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

export function ToneShape({ tone }: { tone: Tone }) {
  return (
    <svg className="tone-shape" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}
