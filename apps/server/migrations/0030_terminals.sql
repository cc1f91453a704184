-- Terminals: what is in stock, who holds which, how they were bound, their keys, and whether they may trade.
create table terminal (
  id              text primary key,
  serial          text not null unique,
  model_id        text not null,
  status          text not null check (status in (
    'in_stock', 'allocated', 'delivered', 'bound', 'key_loaded', 'activated', 'self_tested',
    'in_service', 'suspended', 'unbound', 'recovered', 'scrapped')),
  merchant_id     text,
  order_id        text,
  terminal_no     text unique check (terminal_no ~ '^\d{8}$'),
  merchant_no     text,
  -- Raised with every binding: trace numbers of an earlier binding never collide with later ones.
  epoch           int not null default 0 check (epoch >= 0),
  replaces_id     text,
  suspension      jsonb,
  self_test       jsonb,
  added_at        timestamptz not null,
  activated_at    timestamptz,
  in_service_at   timestamptz,
  last_sign_in_at timestamptz,
  check ((merchant_id is null) = (status in ('in_stock', 'recovered', 'scrapped'))),
  check ((status = 'suspended') = (suspension is not null))
);
create index terminal_merchant on terminal (merchant_id, id) where merchant_id is not null;
create index terminal_stock on terminal (model_id, id) where status = 'in_stock';

-- One terminal, one serial number, one merchant: the five items of each binding stay for ever.
create table terminal_binding (
  merchant_id   text not null,
  terminal_id   text not null references terminal,
  epoch         int not null,
  serial        text not null,
  terminal_no   text not null,
  acquirer_code text not null,
  merchant_no   text not null,
  subject_hash  text not null,
  account_hash  text not null,
  address       text not null,
  location      text,
  bound_at      timestamptz not null,
  unbound_at    timestamptz,
  unbound_why   text,
  primary key (merchant_id, terminal_id, epoch)
);
create unique index terminal_binding_live on terminal_binding (terminal_id) where unbound_at is null;
create sequence terminal_number minvalue 10000001 maxvalue 99999999;

-- Checked by its keyed hash; the sealed code is shown to the owner and the technician.
create table activation_code (
  id            text primary key,
  merchant_id   text not null,
  terminal_id   text not null references terminal,
  code_hash     text not null,
  sealed        bytea,
  tries         int not null default 0 check (tries between 0 and 5),
  issued_at     timestamptz not null,
  expires_at    timestamptz not null check (expires_at > issued_at),
  used_at       timestamptz,
  used_key_hash text,
  withdrawn_at  timestamptz,
  check ((used_at is null) = (used_key_hash is null))
);
create unique index activation_code_open on activation_code (terminal_id)
  where used_at is null and withdrawn_at is null;

-- Keys only sealed under the master key. A destroyed key is overwritten and its row stays as a record.
create table terminal_key (
  merchant_id  text not null,
  terminal_id  text not null references terminal,
  epoch        int not null,
  kind         text not null check (kind in ('tmk', 'pik', 'mak')),
  sealed       bytea,
  kcv          text not null check (kcv ~ '^[0-9A-F]{8}$'),
  made_at      timestamptz not null,
  destroyed_at timestamptz,
  primary key (merchant_id, terminal_id, epoch, kind),
  check ((sealed is null) = (destroyed_at is not null))
);

-- What a merchant must have before its terminals trade; told by the modules that know.
create table gate_item (
  merchant_id text not null,
  item        text not null check (item in (
    'application', 'contract', 'payment', 'visit', 'training', 'notLimited')),
  ok          boolean not null,
  at          timestamptz not null,
  primary key (merchant_id, item)
);

-- The one row that the gateway reads for a message: everything above, put together at every change.
create table trade_gate (
  merchant_id     text not null,
  terminal_id     text not null references terminal,
  terminal_no     text not null unique,
  merchant_no     text not null,
  epoch           int not null,
  terminal_status text not null,
  missing         text[] not null,
  primary key (merchant_id, terminal_id)
);
