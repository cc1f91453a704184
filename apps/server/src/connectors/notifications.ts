import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from '#platform/refuse';

/** The header in which an outside party signs its notification: hex HMAC-SHA-256 of the raw body. */
export const SIGNATURE_HEADER = 'x-kaitong-signature';

export function signNotification(secret: string, raw: string): string {
  return createHmac('sha256', secret).update(raw).digest('hex');
}

/** Refuses a notification that was not signed with our shared secret. */
export function mustBeSigned(
  secret: string,
  {
    raw,
    headers,
  }: { raw: string; headers: Readonly<Record<string, string | string[] | undefined>> },
): void {
  const given = Buffer.from(String(headers[SIGNATURE_HEADER] ?? ''), 'utf8');
  const wanted = Buffer.from(signNotification(secret, raw), 'utf8');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw refuse('connector.badSignature');
}
