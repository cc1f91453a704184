/** A dense list of keyset pages. By keyboard: ↑ ↓ or k j walk, Enter opens. */
import { Button, Table, type TableColumnsType } from 'antd';
import type { KeyboardEvent } from 'react';
import type { Pages } from '../query.ts';
import { useSay } from '../words/say.ts';
import { Skeleton } from './skeleton.tsx';
import { ErrorNotice } from './notice.tsx';
import './data-table.css';

type DataTableParts<Row> = {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: TableColumnsType<Row>;
  readonly idOf: (row: Row) => string;
  readonly openId?: string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly empty?: string;
};

export function DataTable<Row extends object>(parts: DataTableParts<Row>) {
  const { label, pages, columns, idOf, openId, onOpen, empty } = parts;
  const say = useSay();
  if (pages.problem) return <ErrorNotice problem={pages.problem} onRetry={pages.retry} />;
  if (pages.isLoading) return <Skeleton lines={8} />;
  return (
    <div className="data-table">
      <Table<Row>
        aria-label={label}
        size="small"
        bordered={false}
        pagination={false}
        rowKey={idOf}
        columns={columns}
        dataSource={pages.rows}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: empty ?? say('table.empty') }}
        rowClassName={(row) => (idOf(row) === openId ? 'row-open' : '')}
        {...(onOpen ? { onRow: (row) => openable(row, onOpen) } : {})}
      />
      <div className="data-table-foot">
        {pages.more && (
          <Button onClick={pages.more} loading={pages.isLoadingMore}>
            {say('table.more')}
          </Button>
        )}
        {!pages.more && pages.rows.length > 0 && (
          <span className="quiet">{say('table.allShown', { count: pages.rows.length })}</span>
        )}
      </div>
    </div>
  );
}

function openable<Row>(row: Row, onOpen: (row: Row) => void) {
  return {
    tabIndex: 0,
    onClick: () => onOpen(row),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // A button or field inside the row keeps its own keys.
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter') onOpen(row);
      const way = steps[event.key];
      if (!way) return;
      event.preventDefault();
      step(event.currentTarget, way)?.focus();
    },
  };
}

const steps: Readonly<Record<string, 'next' | 'previous'>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
};

function step(from: HTMLElement, way: 'next' | 'previous'): HTMLElement | null {
  const to = way === 'next' ? from.nextElementSibling : from.previousElementSibling;
  return to instanceof HTMLElement ? to : null;
}
