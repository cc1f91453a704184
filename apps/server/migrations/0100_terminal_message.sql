-- What terminals said on the line and were answered, for people who look for a fault. Frames are kept
-- taken apart and covered: no card number, track, PIN block or key is ever in here. Rows are written in
-- batches beside the payments and deleted after some weeks, so nothing refers to them.
create table terminal_message (
  id            text primary key,
  at            timestamptz not null,
  channel       text not null check (channel in ('tcp', 'tls', 'json')),
  connection    text not null,
  address       text not null,
  -- As the terminal called itself; ids only when it is known and the merchant is its own.
  terminal_no   text,
  merchant_no   text,
  merchant_id   text,
  terminal_id   text,
  kind          text not null,
  mti           text,
  trace         text,
  batch_no      text,
  amount_minor  bigint,
  outcome       text not null check (outcome in ('answered', 'refused', 'busy', 'silent', 'closed')),
  code          text,
  closed_reason text,
  missing       text[] not null,
  mac           text not null check (mac in ('right', 'wrong', 'absent', 'unchecked')),
  mac_causes    text[] not null,
  duration_ms   real not null check (duration_ms >= 0),
  request_bytes int not null,
  reply_bytes   int not null,
  request       jsonb not null,
  reply         jsonb,
  check ((merchant_id is null) = (terminal_id is null)),
  check ((reply is null) = (reply_bytes = 0))
);
-- Ids begin with their moment, so each list is one walk backwards.
create index terminal_message_terminal on terminal_message (terminal_no, id desc);
create index terminal_message_trace on terminal_message (trace, id desc);
create index terminal_message_code on terminal_message (code, id desc);
create index terminal_message_kind on terminal_message (kind, id desc);
