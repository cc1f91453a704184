-- What every module stands on: news, its deliveries, business deadlines, answered requests, the movable clock.
create table event (
  id      bigint generated always as identity primary key,
  type    text not null,
  payload jsonb not null,
  at      timestamptz not null
);

-- A listener's effect and this row are one transaction, so that news heard twice acts once.
create table event_heard (
  event_id bigint not null references event,
  listener text not null,
  primary key (event_id, listener)
);

create table deadline (
  id       bigint generated always as identity primary key,
  kind     text not null,
  subject  text not null,
  due_at   timestamptz not null,
  fired_at timestamptz
);
create unique index deadline_open on deadline (kind, subject) where fired_at is null;
create index deadline_due on deadline (due_at) where fired_at is null;

-- Status null: the request is being worked on. The reply is kept as it went out.
create table answered_request (
  actor       text not null,
  route       text not null,
  key         text not null check (length(key) between 1 and 255),
  fingerprint text not null,
  status      int,
  reply       jsonb,
  claimed_at  timestamptz not null default now(),
  primary key (actor, route, key)
);

create table business_clock (
  id        boolean primary key default true check (id),
  offset_ms bigint not null default 0 check (offset_ms >= 0)
);
insert into business_clock default values;
