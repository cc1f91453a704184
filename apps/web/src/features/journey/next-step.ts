/** Which station has the move, and where on the phone one moves it. */
import type { Journey } from '../../parts/journey-case.ts';
import { merchantPath } from '../../parts/own-path.ts';

export type Stop = Journey['stations'][number];
type StationKey = Stop['key'];

/** The station where the case stands; absent once every station is done. */
export function presentStop({ stations }: Pick<Journey, 'stations'>): Stop | undefined {
  return (
    stations.find(({ state }) => state === 'problem') ??
    stations.find(({ state }) => state === 'current') ??
    stations.find(({ state }) => state === 'waiting')
  );
}

const places: Readonly<Record<StationKey, string>> = {
  advise: '/advise',
  apply: '/m/applications',
  review: '/m/applications',
  contract: '/m/contracts',
  pay: '/m/orders',
  deliver: '/m/orders',
  install: '/m/visits',
  train: '/m/training',
  activate: '/m/terminals',
  goLive: '/m/terminals',
  firstSale: '/m/takings',
  settle: '/m/payouts',
  care: '/m/help',
};

export function pathOfStop({ key, href }: Stop, applicationId: string): string {
  if (href !== undefined) return merchantPath(href);
  const place = places[key];
  return place === '/m/applications' ? `${place}/${applicationId}` : place;
}

/** Whether the reader has the move: owners and cashiers act for the merchant. */
export function isOurMove({ who, state }: Stop): boolean {
  return state !== 'waiting' && (who === 'owner' || who === 'cashier');
}
