import { assert } from '@kaitong/values';
import { KeyTrouble, type HeldKey } from '#platform/hsm/port';
import type { Services } from '#platform/services';
import { placeOf, specOf } from './model.ts';
import type { TerminalKey } from './store.ts';

/** What keys are made and opened with: the HSM, and the keeper of before for rows that it sealed. */
export type KeyHouse = Pick<Services, 'hsm' | 'keeper'>;

const PURPOSE_BEFORE = 'terminal-key';

/** The key of a row for the HSM. One that was sealed before there were key blocks becomes a block. */
export function heldOf({ hsm, keeper }: KeyHouse, row: TerminalKey): HeldKey {
  const place = placeOf(row);
  if (row.block !== null) return { block: row.block, place };
  assert(row.sealed, 'a key that is not destroyed is kept');
  const key = openedBefore(keeper, row.sealed, place);
  const bytes = key.length === 8 ? 8 : 16;
  const adopted = hsm.adopt(specOf(row, bytes), key);
  if (adopted.kcv !== row.kcv) throw new KeyTrouble('block');
  return adopted;
}

function openedBefore(keeper: KeyHouse['keeper'], sealed: Uint8Array, place: string): Uint8Array {
  try {
    return Uint8Array.from(keeper.open(PURPOSE_BEFORE, sealed, place));
  } catch (cause) {
    throw new KeyTrouble('block', { cause });
  }
}
