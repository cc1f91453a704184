/** What a cashier can do, each as the questions that the screen asks for it. */

export type Question =
  | 'operator'
  | 'password'
  | 'newPassword'
  | 'trace'
  | 'rrn'
  | 'authCode'
  | 'date'
  | 'amountMinor'
  | 'card'
  | 'pin'
  | 'payCode'
  | 'paid'
  | 'sure';

export type Deed =
  | 'logIn'
  | 'changePassword'
  | 'logOut'
  | 'signIn'
  | 'signOut'
  | 'echo'
  | 'sale'
  | 'qrSale'
  | 'showQr'
  | 'checkQr'
  | 'void'
  | 'refund'
  | 'balance'
  | 'tip'
  | 'preAuth'
  | 'preAuthVoid'
  | 'completion'
  | 'completionVoid'
  | 'reverse'
  | 'print'
  | 'settle';

/** How far the day must have begun: anybody, an operator, a terminal that signed in. */
type Needs = 'nothing' | 'operator' | 'signIn';

type Facts = { readonly asks: readonly Question[]; readonly needs: Needs };

export const deeds: Readonly<Record<Deed, Facts>> = {
  logIn: { asks: ['operator', 'password'], needs: 'nothing' },
  changePassword: { asks: ['operator', 'password', 'newPassword'], needs: 'nothing' },
  logOut: { asks: ['sure'], needs: 'operator' },
  signIn: { asks: [], needs: 'operator' },
  signOut: { asks: ['sure'], needs: 'signIn' },
  echo: { asks: [], needs: 'nothing' },
  sale: { asks: ['amountMinor', 'card', 'pin'], needs: 'signIn' },
  qrSale: { asks: ['amountMinor', 'payCode'], needs: 'signIn' },
  showQr: { asks: ['amountMinor'], needs: 'signIn' },
  checkQr: { asks: ['paid'], needs: 'signIn' },
  void: { asks: ['trace', 'sure'], needs: 'signIn' },
  refund: { asks: ['rrn', 'date', 'amountMinor', 'card'], needs: 'signIn' },
  balance: { asks: ['card', 'pin'], needs: 'signIn' },
  tip: { asks: ['trace', 'amountMinor'], needs: 'signIn' },
  preAuth: { asks: ['amountMinor', 'card', 'pin'], needs: 'signIn' },
  preAuthVoid: { asks: ['authCode', 'date', 'amountMinor', 'card'], needs: 'signIn' },
  completion: { asks: ['authCode', 'date', 'amountMinor', 'card'], needs: 'signIn' },
  completionVoid: { asks: ['trace', 'sure'], needs: 'signIn' },
  reverse: { asks: [], needs: 'signIn' },
  print: { asks: [], needs: 'operator' },
  settle: { asks: ['sure'], needs: 'signIn' },
};

export type DayState = { readonly isLoggedIn: boolean; readonly isSignedIn: boolean };
export type Menu = readonly (readonly Deed[])[];

/** As many to a page as there are digits; 0 turns it. */
const pages: Menu = [
  ['sale', 'qrSale', 'void', 'refund', 'reverse', 'settle', 'balance', 'tip', 'showQr'],
  [
    'preAuth',
    'completion',
    'preAuthVoid',
    'completionVoid',
    'print',
    'echo',
    'signIn',
    'signOut',
    'logOut',
  ],
];

/** What the menu offers now: before the day has begun only what begins it. */
export function menuFor({ isLoggedIn, isSignedIn }: DayState): Menu {
  if (!isLoggedIn) return [['logIn', 'echo']];
  return isSignedIn ? pages : [['signIn', 'echo', 'print', 'logOut']];
}

/** What Enter begins on the first screen. */
export function firstDeed({ isLoggedIn, isSignedIn }: DayState): Deed | undefined {
  if (!isLoggedIn) return 'logIn';
  return isSignedIn ? undefined : 'signIn';
}

export function isAllowed(deed: Deed, { isLoggedIn, isSignedIn }: DayState): boolean {
  const { needs } = deeds[deed];
  if (needs === 'nothing') return true;
  return isLoggedIn && (needs === 'operator' || isSignedIn);
}
