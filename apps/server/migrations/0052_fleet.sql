-- The machines in use: when each was last heard of, and what was done to it.
create table fleet_terminal (
  merchant_id        text not null,
  terminal_id        text not null unique,
  suspended          boolean not null default false,
  last_seen_at       timestamptz,
  last_seen_by       text check (last_seen_by in ('signIn', 'echo', 'sale', 'activation')),
  last_maintained_at timestamptz,
  primary key (merchant_id, terminal_id),
  check ((last_seen_at is null) = (last_seen_by is null))
);

create table maintenance (
  merchant_id    text not null,
  maintenance_id text not null unique,
  terminal_id    text not null,
  kind           text not null
    check (kind in ('cleaning', 'paper', 'network', 'software', 'part', 'check')),
  note           text not null,
  by_name        text not null,
  at             timestamptz not null,
  primary key (merchant_id, maintenance_id)
);
create index maintenance_terminal on maintenance (merchant_id, terminal_id, maintenance_id desc);
