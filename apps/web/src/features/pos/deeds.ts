/** What a cashier can do, each as the questions that the screen asks for it. */

export type Question =
  | 'operator'
  | 'password'
  | 'newPassword'
  | 'amountMinor'
  | 'card'
  | 'pin'
  | 'payCode'
  | 'trace'
  | 'rrn'
  | 'authCode'
  | 'date'
  | 'sure';

export type Deed =
  | 'signIn'
  | 'sale'
  | 'qrSale'
  | 'void'
  | 'refund'
  | 'reverse'
  | 'settle'
  | 'echo'
  | 'signOut';

type Facts = {
  readonly asks: readonly Question[];
  /** Whether it is offered before the terminal has signed in. */
  readonly isForEveryone?: boolean;
};

export const deeds: Readonly<Record<Deed, Facts>> = {
  signIn: { asks: ['operator'], isForEveryone: true },
  sale: { asks: ['amountMinor', 'card', 'pin'] },
  qrSale: { asks: ['amountMinor', 'payCode'] },
  void: { asks: ['trace', 'sure'] },
  refund: { asks: ['rrn', 'date', 'amountMinor', 'card'] },
  reverse: { asks: [] },
  settle: { asks: ['sure'] },
  echo: { asks: [], isForEveryone: true },
  signOut: { asks: ['sure'] },
};

const pages: readonly (readonly Deed[])[] = [
  ['sale', 'qrSale', 'void', 'refund', 'reverse', 'settle'],
  ['signIn', 'signOut', 'echo'],
];

/** What the menu offers now; before the sign-in only what leads to it. */
export function menuFor({ isSignedIn }: { isSignedIn: boolean }): readonly (readonly Deed[])[] {
  if (isSignedIn) return pages;
  return [pages.flat().filter((deed) => deeds[deed].isForEveryone)];
}
