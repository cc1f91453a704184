-- Bringing a terminal into use: the installation with its checklist, and the training of those who use it.
create table visit (
  merchant_id     text not null,
  visit_id        text not null unique,
  order_id        text not null,
  terminal_id     text not null,
  serial          text not null,
  mode            text not null check (mode in ('onSite', 'selfInstall')),
  status          text not null check (status in ('requested', 'scheduled', 'en_route', 'installing',
    'testing', 'accepted', 'merchant_absent', 'failed', 'canceled')),
  store_id        text not null,
  store_name      text not null,
  store_address   text not null,
  due_on          date not null,
  proposed_at     timestamptz not null,
  starts_at       timestamptz,
  technician_id   text,
  technician_name text,
  -- Item → when it was ticked, and a note.
  checklist       jsonb not null default '{}',
  photos          text[] not null default '{}',
  reason          text,
  accepted_at     timestamptz,
  created_at      timestamptz not null,
  primary key (merchant_id, visit_id),
  unique (merchant_id, order_id),
  check ((technician_id is null) = (technician_name is null)),
  check ((status = 'accepted') = (accepted_at is not null))
);

-- Where a store really is, measured at the first installation; later ones must lie near.
create table store_place (
  merchant_id text not null,
  store_id    text not null,
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  measured_at timestamptz not null,
  visit_id    text not null,
  primary key (merchant_id, store_id)
);

create table training (
  merchant_id text not null,
  person_id   text not null,
  name        text not null,
  status      text not null
    check (status in ('assigned', 'in_progress', 'quiz', 'passed', 'failed', 'waived')),
  -- Part of the training → when it was read.
  read        jsonb not null default '{}',
  attempts    int not null default 0 check (attempts >= 0),
  note        text,
  passed_at   timestamptz,
  primary key (merchant_id, person_id),
  check ((status = 'passed') = (passed_at is not null)),
  check (status <> 'waived' or note is not null)
);

-- The questions that were drawn, so that answers to others do not count.
create table quiz_attempt (
  merchant_id  text not null,
  attempt_id   text not null unique,
  person_id    text not null,
  question_ids text[] not null,
  started_at   timestamptz not null,
  answered_at  timestamptz,
  score        int check (score >= 0),
  primary key (merchant_id, attempt_id),
  check ((answered_at is null) = (score is null))
);
