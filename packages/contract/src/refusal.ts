import type { Words } from '@kaitong/values';

/** A refusal: its HTTP status and what to tell the person. `{name}` is filled from its facts. */
type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429 | 503;
} & Words;
export type Refusals = Readonly<Record<string, Refusal>>;
