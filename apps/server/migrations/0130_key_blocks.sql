-- Keys are kept as key blocks, which say what they are for and under which storage key they stand. The
-- sealed form of before stays readable until the next start has moved every row.
alter table terminal_key
  add column block text,
  -- The check value of the storage key, so that what is under an older one is found.
  add column wrapped_under text,
  add column destroyed_why text,
  drop constraint terminal_key_check,
  add constraint terminal_key_kept
    check ((sealed is null and block is null) = (destroyed_at is not null)),
  add constraint terminal_key_under check ((block is null) or (wrapped_under is not null));
create index terminal_key_under_idx on terminal_key (wrapped_under) where destroyed_at is null;

-- Keys between us and the network above: the key that carries keys (zmk) and the one for PINs (zpk).
create table zone_key (
  id            text primary key,
  kind          text not null check (kind in ('zmk', 'zpk')),
  block         text,
  wrapped_under text,
  kcv           text not null check (kcv ~ '^[0-9A-F]{8}$'),
  made_at       timestamptz not null,
  destroyed_at  timestamptz,
  destroyed_why text,
  check ((block is null) = (destroyed_at is not null)),
  check ((block is null) = (wrapped_under is null))
);
-- One of each kind is in use.
create unique index zone_key_in_use on zone_key (kind) where destroyed_at is null;
