/** What stands beside a list: one thing, whole, with what can be done to it. */
import { useId, type ReactNode } from 'react';

type DetailParts = {
  readonly title: ReactNode;
  readonly tag?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

export function Detail({ title, tag, lead, children }: DetailParts) {
  return (
    <div className="detail">
      <header className="detail-head">
        <h2>
          {title} {tag}
        </h2>
        {lead && <p className="quiet">{lead}</p>}
      </header>
      {children}
    </div>
  );
}

type PartParts = {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

export function Part({ title, aside, children }: PartParts) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

type Column<Row> = {
  readonly title: string;
  readonly isRight?: boolean;
  readonly render: (row: Row) => ReactNode;
};
type GridParts<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
};

/** A few lines within a detail: no pages, nothing to open. */
export function Grid<Row>({ label, rows, columns, keyOf }: GridParts<Row>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <div className="grid-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="grid">
        <thead>
          <tr>
            {columns.map(({ title, isRight }) => (
              <th key={title} scope="col" data-right={isRight || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, isRight, render }) => (
                <td key={title} data-right={isRight || undefined}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An id as one copies it. */
export function IdText({ id }: { id: string }) {
  return <code className="id-text">{id}</code>;
}
