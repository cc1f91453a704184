-- Terminals that speak JSON: their keys (the one before stays valid until the next check-in), numbers
-- that were used once, and what each of their own serial numbers stands for.
create table json_terminal (
  terminal_id text primary key references terminal,
  merchant_id text not null,
  epoch       int not null,
  key_no      int not null check (key_no > 0),
  sealed      bytea not null,
  previous    bytea,
  -- Counts their messages, as other terminals count by themselves.
  trace       int not null default 0 check (trace between 0 and 999999),
  device      text,
  rotated_at  timestamptz not null
);

create table json_nonce (
  terminal_id text not null references terminal,
  nonce       text not null,
  expires_at  timestamptz not null,
  primary key (terminal_id, nonce)
);
create index json_nonce_old on json_nonce (terminal_id, expires_at);

create table json_request (
  merchant_id text not null,
  terminal_id text not null,
  epoch       int not null,
  client_sn   text not null,
  kind        text not null check (kind in ('sale', 'void', 'refund', 'settlement')),
  batch_no    text not null,
  trace       text not null,
  at          timestamptz not null,
  primary key (merchant_id, terminal_id, epoch, client_sn)
);
