/** What a page is made of. `Page` names it for the tab, the reader and the screen reader alike. */
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import './page.css';

type PageParts = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The one primary button, and what little stands beside it. */
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children?: ReactNode;
};

export function Page({ title, lead, actions, back, children }: PageParts) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const house = say('house.name');
  useEffect(() => {
    document.title = `${title} · ${house}`;
  }, [title, house]);
  // A new page begins at its heading, also for those who hear it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className="page">
      <header className="page-head">
        {back && (
          <Link className="page-back" to={back.to}>
            ← {back.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="page-lead">{lead}</p>}
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
}

type SectionParts = {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ title, aside, children }: SectionParts) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

type EmptyParts = {
  readonly title?: string;
  readonly text?: string;
  readonly action?: ReactNode;
};

/** Nothing here yet: says what will be here, and what brings it. */
export function EmptyState({ title, text, action }: EmptyParts) {
  const say = useSay();
  return (
    <div className="empty">
      <svg width="96" height="20" viewBox="0 0 96 20" aria-hidden="true">
        <path d="M10 10h76" />
        <circle cx="10" cy="10" r="7" />
        <circle cx="48" cy="10" r="7" />
        <circle cx="86" cy="10" r="7" />
      </svg>
      <p className="empty-title">{title ?? say('nothing.title')}</p>
      <p className="quiet">{text ?? say('nothing.text')}</p>
      {action}
    </div>
  );
}

type Field = { readonly label: ReactNode; readonly value: ReactNode };

/** Labels and values, read as pairs. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className="fields">
      {fields.map(({ label, value }, index) => (
        <div key={typeof label === 'string' ? label : index} className="field">
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

type BesideParts = {
  readonly list: ReactNode;
  /** Absent while no row is open. */
  readonly detail?: ReactNode;
  readonly onLeave: () => void;
};

/** The detail beside the list, never on top of it; Escape puts it away. */
export function Beside({ list, detail, onLeave }: BesideParts) {
  const say = useSay();
  return (
    <div className="beside" data-open={detail ? true : undefined}>
      <div className="beside-list">{list}</div>
      {detail && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape only
        <section
          className="beside-detail"
          aria-label={say('detail.label')}
          onKeyDown={(event) => event.key === 'Escape' && onLeave()}
        >
          <button type="button" className="beside-close" onClick={onLeave}>
            {say('house.close')}
          </button>
          {detail}
        </section>
      )}
    </div>
  );
}
