-- Who did what, when: one hash chain a merchant (or application, or the house), so that a missing record shows.
create table audit_record (
  chain     text not null,
  seq       bigint not null check (seq > 0),
  at        timestamptz not null,
  actor     text not null,
  role      text,
  type      text not null,
  payload   jsonb not null,
  event_id  bigint not null,
  prev_hash text not null,
  hash      text not null,
  primary key (chain, seq)
);
create index audit_record_application on audit_record ((payload->>'applicationId')) where payload ? 'applicationId';
create index audit_record_at on audit_record (at desc, chain, seq);

-- The head is locked to append, so that two writers never fork a chain.
create table audit_head (
  chain text primary key,
  seq   bigint not null,
  hash  text not null
);
