import type { api, BodyOf } from '@kaitong/contract';
import { storesOf } from '#merchants';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { fileFor } from '#vault';
import {
  isComplete,
  isSameSerial,
  METRES_MAX,
  metresBetween,
  type Checklist,
  type Note,
  type Place,
} from './model.ts';
import { keep, mustBeMine, next, visitFor } from './move-visit.ts';
import { insertPlace, placeOf, type Visit } from './store.ts';

export type Tick = BodyOf<typeof api.visits.tickVisit>;

/** Ticks one item, when what it claims is so; the last needed one ends the installation. */
export async function tick(
  tx: Tx,
  ask: Ask,
  { visitId, given }: { visitId: string; given: Tick },
): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  next(before, given.item === 'photos' ? 'addPhoto' : 'complete');
  mustBeMine(ask, before);
  if (personOf(ask).role === 'owner' && before.mode !== 'selfInstall')
    throw refuse('visit.notYours');
  const note = await proven(tx, ask, { visit: before, given });
  const entry = { at: ask.now.toISOString(), ...(note === undefined ? {} : { note }) };
  const checklist: Checklist = { ...before.checklist, [given.item]: entry };
  const photos =
    given.item === 'photos' ? [...new Set([...before.photos, given.fileId])] : before.photos;
  const ticked = { ...before, checklist, photos };
  if (given.item === 'photos' || !isComplete(checklist)) return keep(tx, ask, { after: ticked });
  const after = { ...ticked, status: next(ticked, 'complete') };
  return keep(tx, ask, { after, words: { key: 'visits.sms.toAccept' } });
}

type Claim = { readonly visit: Visit; readonly given: Tick };

/** Checks what can be checked, and gives the note to keep. */
async function proven(tx: Tx, ask: Ask, { visit, given }: Claim): Promise<Note | undefined> {
  if (given.item === 'location') return located(tx, ask, { visit, here: given });
  if (given.item === 'photos') {
    await fileFor(tx, ask, given.fileId);
    return undefined;
  }
  if (given.item !== 'serial') return given.note;
  if (!isSameSerial(given.serial, visit.serial))
    throw refuse('visit.otherSerial', { serial: given.serial });
  return given.serial;
}

/** Near the store; the first measurement is what later ones are held against. */
async function located(
  tx: Tx,
  ask: Ask,
  { visit, here }: { visit: Visit; here: Place },
): Promise<Note> {
  const { latitude, longitude } = here;
  const there = (await placeOf(tx, visit)) ?? (await registeredPlace(tx, visit));
  if (!there) {
    const { merchant_id, store_id, visit_id } = visit;
    const measured = { latitude, longitude, measured_at: ask.now, visit_id };
    await insertPlace(tx, { merchant_id, store_id, ...measured });
    return { key: 'visits.place.baseline' };
  }
  const metres = Math.round(metresBetween(here, there));
  if (metres > METRES_MAX) throw refuse('visit.tooFar', { metres, limit: METRES_MAX });
  return { key: 'visits.place.metres', facts: { metres } };
}

async function registeredPlace(tx: Tx, visit: Visit): Promise<Place | undefined> {
  const stores = await storesOf(tx, visit.merchant_id);
  const store = stores.find(({ store_id }) => store_id === visit.store_id);
  if (!store || store.latitude === null || store.longitude === null) return undefined;
  return { latitude: Number(store.latitude), longitude: Number(store.longitude) };
}
