/** Something worth knowing that is no error: what is waited for, what went well, what to mind. */
import type { ReactNode } from 'react';
import { ToneShape, type Tone } from './status-tag.tsx';
import './callout.css';

type CalloutParts = {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Said aloud when it appears. */
  readonly isLive?: boolean;
};

export function Callout({ tone, title, children, isLive = false }: CalloutParts) {
  return (
    <div className="callout" data-tone={tone} {...(isLive ? { role: 'status' } : {})}>
      <ToneShape tone={tone} />
      <div className="callout-text">
        <p className="callout-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
