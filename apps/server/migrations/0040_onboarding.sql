-- Applications of merchants, from the first field to the second reviewer. The rules of review stand here a second time.
create sequence application_number start 100001;

create table application (
  id              text primary key,
  number          text not null unique check (number ~ '^KT[0-9]{6,12}$'),
  channel         text not null check (channel in ('portal', 'counter', 'phone', 'agent')),
  subject_type    text not null check (subject_type in ('individual', 'micro', 'sole_proprietor', 'enterprise')),
  status          text not null check (status in ('draft', 'queued', 'in_review', 'second_review',
                    'revision_required', 'to_be_signed', 'finished', 'declined', 'canceled', 'expired')),
  revision        int not null check (revision > 0),
  version         int not null check (version > 0),
  -- Unknown while only an agent knows the merchant's phone; found by its keyed hash at registration.
  owner_id        text,
  owner_phone_key text,
  entered_by      text not null,
  agent_id        text,
  advice_id       text,
  -- What anyone on staff may read, and what lies sealed: {path: {sealed, mask, key}}.
  fields          jsonb not null,
  sealed          jsonb not null,
  title           text not null,
  phone_key       text,
  flagged         text[] not null,
  returns         int not null check (returns >= 0),
  comment         text,
  claimed_by      text,
  claimed_name    text,
  revealed_to     text,
  verdict         text check (verdict in ('approve', 'decline')),
  verdict_by      text,
  verdict_reason  text,
  verdict_note    text,
  confirmed_by    text,
  merchant_id     text,
  due_at          timestamptz,
  overdue         boolean not null,
  submitted_at    timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  check (owner_id is not null or owner_phone_key is not null),
  check (status in ('draft', 'canceled', 'expired') or owner_id is not null and submitted_at is not null),
  check (status <> 'revision_required' or cardinality(flagged) > 0),
  check (status <> 'in_review' or claimed_by is not null),
  check ((verdict is null) = (verdict_by is null)),
  check (verdict is distinct from 'decline' or verdict_reason is not null),
  check (status not in ('second_review', 'to_be_signed', 'finished', 'declined') or verdict is not null),
  check (status not in ('to_be_signed', 'finished') or verdict = 'approve' and merchant_id is not null),
  check (status not in ('to_be_signed', 'finished', 'declined') or confirmed_by is not null),
  -- Four eyes: the second person is not the first, did not enter it, and does not apply.
  check (confirmed_by is null or confirmed_by not in (verdict_by, entered_by, owner_id)),
  check (claimed_by is null or claimed_by not in (entered_by, owner_id))
);
create index application_owner on application (owner_id, id desc);
create index application_entered on application (entered_by, id desc);
create index application_waiting on application (due_at, id) where status in ('queued', 'second_review');
create index application_phone on application (phone_key);
create index application_owner_phone on application (owner_phone_key) where owner_id is null;

create table application_document (
  application_id text not null references application,
  file_id        text not null,
  kind           text not null,
  name           text not null,
  type           text not null,
  size           int not null check (size > 0),
  added_at       timestamptz not null,
  primary key (application_id, file_id)
);

-- One row for each field of each revision; a marked field always has its reason.
create table application_decision (
  application_id text not null references application,
  revision       int not null,
  path           text not null,
  decision       text not null check (decision in ('accept', 'revise')),
  reason_code    text,
  note           text,
  -- Keyed hash of what was decided upon: the decision holds only while the value stays the same.
  value_key      text not null,
  decided_by     text not null,
  decided_at     timestamptz not null,
  carried        boolean not null,
  primary key (application_id, revision, path),
  check ((decision = 'revise') = (reason_code is not null)),
  check (not carried or decision = 'accept')
);

create table application_check (
  application_id text not null references application,
  revision       int not null,
  code           text not null,
  path           text not null,
  outcome        text not null check (outcome in ('pass', 'warn', 'fail', 'running')),
  evidence       jsonb not null,
  at             timestamptz not null,
  primary key (application_id, revision, code, path)
);
