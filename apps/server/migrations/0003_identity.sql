-- People, how they prove who they are, and for which merchants they act.
create table person (
  id            text primary key,
  role          text not null,
  name          text not null,
  lang          text not null check (lang in ('zh-Hans', 'zh-Hant', 'en')),
  phone         text unique,
  login         text unique,
  password_hash text,
  created_at    timestamptz not null,
  check (phone is not null or login is not null),
  check (login is null or password_hash is not null)
);

-- Checked by its keyed hash; the sealed code is there only until the SMS is sent.
create table one_time_code (
  id         text primary key,
  phone      text not null,
  purpose    text not null check (purpose in ('signIn', 'sign', 'pay', 'accept')),
  code_hash  text not null,
  sealed     bytea,
  tries      int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index one_time_code_phone on one_time_code (phone, purpose, created_at desc);

create table session (
  token_hash text primary key,
  person_id  text not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);

create table membership (
  merchant_id text not null,
  person_id   text not null references person,
  created_at  timestamptz not null,
  primary key (merchant_id, person_id)
);
create index membership_person on membership (person_id);

-- Wrong passwords, so that guessing is slow and seen.
create table sign_in_trouble (
  login  text primary key,
  count  int not null,
  last_at timestamptz not null
);
