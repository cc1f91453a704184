-- People who bring merchants in for a licensed acquirer. Anyone may check a code; nobody pays an agent.
create sequence agent_code start 1000001;

create table agent (
  id               text primary key,
  code             text not null unique check (code ~ '^A[0-9]{7}$'),
  person_id        text not null unique,
  name             text not null,
  provider_id      text not null,
  authorisation_no text not null,
  filing_no        text not null,
  filing           text not null check (filing in ('referral', 'service', 'signage')),
  territory        text[] not null check (cardinality(territory) > 0),
  valid_to         date not null,
  status           text not null check (status in ('active', 'suspended', 'ended')),
  reason           text,
  created_at       timestamptz not null,
  check (status = 'active' or reason is not null)
);
