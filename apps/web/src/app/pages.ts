/** A page of the house as data: where it is, who sees it, what it is called in the navigation. */
import type { Role } from '@kaitong/contract';
import type { Words } from '@kaitong/values';
import type { ComponentType, ReactElement } from 'react';

export type PageEntry = {
  /** Below its layout: `orders/$id` in the console is `/c/orders/$id`. */
  readonly path: string;
  /** Who sees it; absent means everybody whom the layout lets in. */
  readonly roles?: readonly Role[];
  /** Absent for pages that one reaches from another page. */
  readonly nav?: {
    readonly label: Words;
    readonly icon: ReactElement;
    /** First words of paths that belong to it: on `payouts/$id` one is still among the takings. */
    readonly covers?: readonly string[];
  };
  /** Its file, fetched when somebody goes there. It exports `Page`. */
  readonly load: () => Promise<{ Page: ComponentType }>;
};

export type NavEntry = PageEntry & { readonly nav: NonNullable<PageEntry['nav']> };

/** What stands in the navigation of this role. */
export function navFor(pages: readonly PageEntry[], role: Role): NavEntry[] {
  return pages.filter((page): page is NavEntry => page.nav !== undefined && maySee(page, role));
}

export function maySee({ roles }: PageEntry, role: Role): boolean {
  return roles?.includes(role) ?? true;
}
