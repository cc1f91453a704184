-- What a terminal may do on its line and what it is told there, and what the house wants of it next
-- (digit 6 of an answer's header); main keys by slot, and keys of another cipher than DES.
create table terminal_profile (
  terminal_id   text primary key references terminal,
  line          text not null check (line in ('iso8583', 'json')),
  sign_in_codes text[] not null check (
    sign_in_codes <@ array['001', '003', '004', '005', '006'] and cardinality(sign_in_codes) > 0),
  mac_mode      text not null check (mac_mode in ('cupEcb', 'x9.19', 'x9.9', 'xor3des')),
  tmk_slot      int not null check (tmk_slot between 0 and 9),
  settings      jsonb not null,
  version       int not null check (version > 0),
  changed_at    timestamptz not null
);

-- One row a wish: it stays until the terminal did what it was asked for.
create table terminal_ask (
  terminal_id text not null references terminal,
  ask         text not null check (ask in ('1', '2', '3', '4', '5', '6', '7', '9', 'B', 'C')),
  asked_at    timestamptz not null,
  primary key (terminal_id, ask)
);

alter table terminal_key
  add column slot int not null default 0 check (slot between 0 and 9),
  add column algorithm text not null default 'des' check (algorithm in ('des', 'sm4')),
  -- How the MAC is made with this key; fixed at the sign-in that made it.
  add column mac_mode text,
  drop constraint terminal_key_kind_check,
  add constraint terminal_key_kind_check check (kind in ('tmk', 'pik', 'mak', 'tdk')),
  drop constraint terminal_key_pkey,
  add primary key (merchant_id, terminal_id, epoch, kind, slot);
