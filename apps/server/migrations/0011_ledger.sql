-- The books: what is owed to whom, and why. Journals are only ever added to, so that any balance can be proved from the first day on.
create table account_code (
  code        text primary key check (code ~ '^[0-9]{4}$'),
  side        char(1) not null check (side in ('D', 'C')), -- on which side it grows
  floor_group text -- the accounts of one group are together never below zero; null: no floor
);
insert into account_code (code, side, floor_group) values
  ('1100', 'D', null), -- refunds and chargebacks may leave us owing the network
  ('1110', 'D', '1110'),
  ('1195', 'D', null), -- mirror between shards
  ('1200', 'D', '1200'),
  ('1210', 'D', null), -- our own money; capital is not booked here
  ('1500', 'D', '1500'),
  ('1910', 'D', '1910'),
  ('2100', 'C', 'merchant'), -- a refund takes from 2110 what may still be in 2100
  ('2110', 'C', 'merchant'),
  ('2120', 'C', '2120'),
  ('2130', 'C', '2130'),
  ('2140', 'C', '2140'),
  ('2200', 'C', '2200'),
  ('2910', 'C', '2910'),
  ('4100', 'C', null),
  ('4110', 'C', null),
  ('4120', 'C', null),
  ('4130', 'C', null),
  ('4140', 'C', null),
  ('4900', 'C', null),
  ('5100', 'D', null),
  ('5200', 'D', null),
  ('5400', 'D', null),
  ('5500', 'D', null),
  ('5900', 'D', null);

create table journal (
  merchant_id text not null,
  id          text not null,
  kind        text not null,
  source_type text not null,
  source_id   text not null,
  value_day   date not null,
  reversal_of text,
  posted_by   text not null,
  created_at  timestamptz not null,
  primary key (merchant_id, id),
  -- One thing is posted once, whoever asks again.
  constraint journal_once unique (merchant_id, source_type, source_id, kind),
  constraint journal_undone_once unique (merchant_id, reversal_of),
  foreign key (merchant_id, reversal_of) references journal (merchant_id, id),
  check (reversal_of <> id)
);
create index journal_value_day on journal (value_day, merchant_id);

create table posting (
  merchant_id  text not null,
  journal_id   text not null,
  line         smallint not null check (line > 0),
  code         text not null references account_code,
  currency     char(3) not null check (currency in ('CNY', 'HKD', 'USD')),
  layer        smallint not null check (layer in (0, 1)), -- 0 the books, 1 holds
  side         char(1) not null check (side in ('D', 'C')),
  amount_minor bigint not null check (amount_minor > 0),
  signed_minor bigint not null generated always as
    (case side when 'D' then amount_minor else -amount_minor end) stored,
  -- Given while the balance is locked, so that on one account it is the order in which money moved.
  seq          bigint not null generated always as identity,
  primary key (merchant_id, journal_id, line),
  foreign key (merchant_id, journal_id) references journal (merchant_id, id)
);

create index posting_account on posting (merchant_id, code, seq);

-- Counters that only grow: a balance is their difference, and one row read.
create table balance (
  merchant_id   text not null,
  code          text not null references account_code,
  currency      char(3) not null,
  layer         smallint not null,
  debits_minor  bigint not null default 0 check (debits_minor >= 0),
  credits_minor bigint not null default 0 check (credits_minor >= 0),
  primary key (merchant_id, code, currency, layer)
);
create index balance_code on balance (code, merchant_id);

-- The one trigger of the house: docs/decisions/0003-immutable-by-trigger.md.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: % refused', tg_table_name, tg_op;
end $$;
create trigger immutable before update or delete or truncate on journal
  for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on posting
  for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on audit_record
  for each statement execute function refuse_change();
