-- The outside world in miniature keeps its own books, so that a restart of the sandbox forgets nothing.
create table sandbox_message (
  id    text primary key,
  phone text not null,
  text  text not null,
  at    timestamptz not null
);
create index sandbox_message_phone on sandbox_message (phone, at desc);

create table sandbox_collection (
  id           text primary key,
  amount_minor bigint not null check (amount_minor > 0),
  payer        text not null,
  text         text not null,
  status       text not null check (status in ('waiting', 'paid', 'failed')),
  at           timestamptz not null
);

create table sandbox_bank_line (
  account      text not null,
  reference    text not null,
  amount_minor bigint not null,
  text         text not null,
  at           timestamptz not null,
  primary key (account, reference)
);

create table sandbox_payout_file (
  id    text primary key,
  bytes text not null,
  lines jsonb not null,
  at    timestamptz not null
);

create table sandbox_shipment (
  id           text primary key,
  tracking     text not null unique,
  address      text not null,
  content      text not null,
  status       text not null check (status in ('taken', 'pickedUp', 'delivered', 'undeliverable')),
  delivers_at  timestamptz not null,
  at           timestamptz not null
);
