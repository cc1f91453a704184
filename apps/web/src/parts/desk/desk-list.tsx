/** A list with its filters, and beside it what is open. j and k walk, Enter opens, Escape leaves. */
import type { ReactNode } from 'react';
import { Beside } from '../page.tsx';
import { useAddress } from './address.ts';
import { useKeys } from './keys.tsx';
import './desk.css';

type DeskListParts = {
  readonly filters?: ReactNode;
  readonly list: ReactNode;
  readonly detail?: ReactNode;
};

export function DeskList({ filters, list, detail }: DeskListParts) {
  const { leave } = useAddress();
  useKeys({
    j: focusRow,
    k: focusRow,
    '/': () => document.querySelector<HTMLElement>('.console-main [data-find]')?.focus(),
    ...(detail ? { Escape: leave } : {}),
  });
  return (
    <div className="desk-list">
      {filters}
      <Beside list={list} detail={detail} onLeave={leave} />
    </div>
  );
}

/** From anywhere into the list: to the open row, else to the first. A row walks on by itself. */
function focusRow(): void {
  (rowWith('.row-open') ?? rowWith('[tabindex]'))?.focus();
}

function rowWith(mark: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.beside-list tr${mark}`);
}
