import { setTimeout as sleep } from 'node:timers/promises';
import { SIGNATURE_HEADER, signNotification } from '#connectors/notifications';

const TRIES = 4;
const PAUSE_MS = 150;

/** Tells the house what happened outside, signed, again until it says yes. */
export async function notifyHouse(
  { base, secret }: { base: string; secret: string },
  { path, body }: { path: string; body: object },
): Promise<boolean> {
  const raw = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    [SIGNATURE_HEADER]: signNotification(secret, raw),
  };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const response = await fetch(new URL(path, base), { method: 'POST', headers, body: raw }).catch(
      () => undefined,
    );
    if (response?.ok) return true;
    await sleep(PAUSE_MS * attempt);
  }
  return false;
}
