import type { api, ReplyOf } from '@kaitong/contract';
import { readBerTlv, toHex } from '@kaitong/iso8583';
import type { Keeper } from '#platform/secrets';
import type { Evidence } from './evidence/store.ts';
import { openEvidence } from './keep-evidence.ts';

type Row = ReplyOf<typeof api.payments.readEvidence>['rows'][number];

/** A signature by its hash; the image itself is a file of its own. A chip's report by its tags. */
export function evidenceReply(keeper: Keeper, row: Evidence): Row {
  const { kind, trace, at, sha256, size } = row;
  const tags = kind === 'script' ? (readBerTlv(openEvidence(keeper, row)) ?? []) : undefined;
  return {
    kind,
    trace,
    at,
    sha256,
    size,
    ...(tags ? { tags: tags.map(({ tag, value }) => ({ tag, value: toHex(value) })) } : {}),
  };
}
