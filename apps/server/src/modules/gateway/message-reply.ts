import { api, isWordKey, word, type ReplyOf, type WordKey } from '@kaitong/contract';
import { MAC_CAUSES, partName, responseOf } from '@kaitong/iso8583';
import { money, type Lang, type Words } from '@kaitong/values';
import type { MessageRow, StoredMessage } from './store.ts';
import type { StoredXray } from './xray.ts';

type ListedMessage = ReplyOf<typeof api.gateway.listMessages>['rows'][number];
type MessageDetail = ReplyOf<typeof api.gateway.readMessage>;

/** A message as a row of a list. */
export function rowOf(row: MessageRow): ListedMessage {
  return {
    id: row.id,
    at: row.at,
    channel: row.channel,
    connection: row.connection,
    address: row.address,
    ...given({
      terminalNo: row.terminal_no,
      merchantNo: row.merchant_no,
      merchantId: row.merchant_id,
      terminalId: row.terminal_id,
      mti: row.mti,
      trace: row.trace,
      batch: row.batch_no,
      code: row.code,
    }),
    ...(row.amount_minor === null ? {} : { amount: money(row.amount_minor) }),
    ...(row.code === null ? {} : { codeWords: { ...responseOf(row.code).words } }),
    kind: row.kind,
    kindWords: inAll(`gateway.kind.${row.kind}`),
    outcome: row.outcome,
    outcomeWords: inAll(`gateway.outcome.${row.outcome}`),
    mac: row.mac,
    duration_ms: row.duration_ms,
    requestBytes: row.request_bytes,
    replyBytes: row.reply_bytes,
  };
}

/** A message with its two frames taken apart. */
export function detailOf(row: StoredMessage, lang: Lang): MessageDetail {
  const closed = `gateway.close.${row.closed_reason}`;
  return {
    ...rowOf(row),
    request: named(row.request, lang),
    ...(row.reply ? { reply: named(row.reply, lang) } : {}),
    macWords: inAll(`gateway.mac.${row.mac}`),
    macCauses: row.mac_causes.map((cause) => ({ cause, words: { ...MAC_CAUSES[cause] } })),
    ...(isWordKey(closed) ? { closedWords: inAll(closed) } : {}),
    missing: [...row.missing],
  };
}

function named({ bytes, hex, parts, error }: StoredXray, lang: Lang): MessageDetail['request'] {
  return {
    bytes,
    hex,
    parts: parts.map((part) => ({
      ...part,
      name: partName(part.path)[lang],
      children: part.children.map((leaf) => ({ ...leaf, name: partName(leaf.path)[lang] })),
    })),
    ...(error ? { error: { ...error, words: reasonWords(error.reason) } } : {}),
  };
}

function reasonWords(reason: string): Words {
  const key = `gateway.reason.${reason}`;
  return isWordKey(key) ? inAll(key) : { 'zh-Hans': reason, 'zh-Hant': reason, en: reason };
}

/** What is there of these. */
function given<K extends string>(
  values: Readonly<Record<K, string | null>>,
): { [P in K]?: string } {
  const there = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(there) as { [P in K]?: string };
}

export function inAll(key: WordKey): Words {
  return { 'zh-Hans': word('zh-Hans', key), 'zh-Hant': word('zh-Hant', key), en: word('en', key) };
}
