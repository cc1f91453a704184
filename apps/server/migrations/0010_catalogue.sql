-- What a merchant can choose from, and the facts that money is reckoned with: small tables, the same for every shard.
create table provider (
  id               text primary key,
  name             jsonb not null,
  licence_no       text not null,
  licence_valid_to date not null,
  territory        text[] not null check (cardinality(territory) > 0),
  since            date not null,
  penalties        int not null check (penalties >= 0),
  complaints_10k   int not null check (complaints_10k >= 0),
  response_hours   int not null check (response_hours > 0),
  local_engineers  boolean not null,
  service_phone    text not null,
  source           text not null
);

create table model (
  id            text primary key,
  name          jsonb not null,
  price_minor   bigint not null check (price_minor >= 0),
  portable      boolean not null,
  printer       boolean not null,
  scanner       boolean not null,
  networks      text[] not null check (networks <@ '{wifi,wired,sim}' and cardinality(networks) > 0),
  battery_hours int not null check (battery_hours >= 0),
  certificate   text not null,
  source        text not null
);

-- A rate is in parts per ten million. A cap that is null does not bite.
create table plan (
  id                  text primary key,
  provider_id         text not null references provider,
  name                jsonb not null,
  debit_rate_e7       int not null check (debit_rate_e7 between 0 and 10000000),
  debit_cap_minor     bigint check (debit_cap_minor > 0),
  credit_rate_e7      int not null check (credit_rate_e7 between 0 and 10000000),
  credit_cap_minor    bigint check (credit_cap_minor > 0),
  qr_rate_e7          int not null check (qr_rate_e7 between 0 and 10000000),
  qr_cap_minor        bigint check (qr_cap_minor > 0),
  settle_cycle        text not null check (settle_cycle in ('T1')),
  deposit_minor       bigint not null check (deposit_minor >= 0),
  deposit_needs_minor bigint not null check (deposit_needs_minor >= 0),
  deposit_window_days int not null check (deposit_window_days >= 0),
  service_fee_minor   bigint not null check (service_fee_minor >= 0),
  sim_fee_minor       bigint not null check (sim_fee_minor >= 0),
  term_months         int not null check (term_months between 1 and 60),
  model_ids           text[] not null check (cardinality(model_ids) > 0),
  subject_types       text[] not null check (cardinality(subject_types) > 0),
  price_classes       text[] not null check (price_classes <@ '{standard,preferential,exempt}'),
  source              text not null,
  check (deposit_minor = 0 or deposit_needs_minor > 0 and deposit_window_days > 0)
);

create table mcc (
  code        text primary key check (code ~ '^[0-9]{4}$'),
  name        jsonb not null,
  trade       text not null,
  price_class text not null check (price_class in ('standard', 'preferential', 'exempt')),
  special     boolean not null
);

-- Which bank a card is of. The longest prefix wins.
create table card_bin (
  prefix text primary key check (prefix ~ '^[0-9]{4,10}$'),
  bank   jsonb not null,
  kind   text not null check (kind in ('debit', 'credit')),
  scheme text not null
);

-- What the issuer and the network take from the acquirer (发改价格〔2016〕557号 and after): never in code, always dated.
create table network_fee_rule (
  id          text primary key,
  taker       text not null check (taker in ('issuer', 'network')),
  tender      text not null check (tender in ('debit', 'credit', 'qr')),
  price_class text not null check (price_class in ('standard', 'preferential', 'exempt')),
  rate_e7     int not null check (rate_e7 between 0 and 10000000),
  cap_minor   bigint check (cap_minor > 0),
  factor_e7   int not null check (factor_e7 between 0 and 10000000),
  valid_from  date not null,
  valid_to    date not null,
  source      text not null,
  check (valid_to >= valid_from)
);
create index network_fee_rule_of on network_fee_rule (tender, price_class, valid_from);

-- One row a day. Provisional days stand in for a year without its decree, in a sandbox only.
create table calendar_day (
  day     date primary key,
  working boolean not null,
  name    text not null,
  source  text not null check (source in ('published', 'provisional'))
);

create table advice (
  id              text primary key,
  needs           jsonb not null,
  options         jsonb not null,
  choice_plan_id  text,
  choice_model_id text,
  chosen_at       timestamptz,
  created_at      timestamptz not null,
  check ((choice_plan_id is null) = (chosen_at is null) and (choice_model_id is null) = (chosen_at is null))
);
