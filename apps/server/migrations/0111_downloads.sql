-- Tables that terminals download (CA keys, chip applications, lists of cards), every version of them,
-- so that what a terminal was told on a day can be read again.
create table download_table (
  name    text not null check (name in (
    'caKeys', 'aids', 'contactless', 'noPinBins', 'noPinBlocked', 'blacklist')),
  version int not null check (version > 0),
  rows    jsonb not null check (jsonb_typeof(rows) = 'array'),
  by_name text not null,
  why     text not null,
  at      timestamptz not null,
  primary key (name, version)
);
