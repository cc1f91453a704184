-- The merchant, the place it trades at, and where its money goes. Keys begin with merchant_id.
create table merchant (
  merchant_id    text primary key,
  merchant_no    text not null unique check (merchant_no ~ '^[0-9]{15}$'),
  application_id text not null unique,
  owner_id       text not null,
  subject_type   text not null,
  name           text not null,
  receipt_name   text not null,
  -- Keyed hash of the social credit code, or of the ID number where there is none: one of the five bound items.
  subject_key    text not null,
  mcc            text not null check (mcc ~ '^[0-9]{4}$'),
  plan_id        text not null,
  model_id       text not null,
  agent_id       text,
  status         text not null check (status in ('opened', 'active', 'suspended', 'closed')),
  created_at     timestamptz not null
);
create index merchant_owner on merchant (owner_id);
create index merchant_created on merchant (created_at desc, merchant_id desc);

create table store (
  merchant_id text not null references merchant,
  store_id    text not null,
  name        text not null,
  district    text not null,
  address     text not null,
  longitude   numeric(9, 6),
  latitude    numeric(8, 6),
  primary key (merchant_id, store_id)
);

-- The number lies sealed; the mask is for people, the key for the five-item binding.
create table settlement_account (
  merchant_id text primary key references merchant,
  kind        text not null check (kind in ('personal', 'corporate')),
  holder      text not null,
  bank_name   text not null,
  branch_code text,
  number_sealed bytea not null,
  number_mask text not null,
  number_key  text not null
);

-- Merchant numbers: acquirer 3, area 4, MCC 4, sequence 4, counted for each area and trade.
create table merchant_no_counter (
  area text not null,
  mcc  text not null,
  last int not null,
  primary key (area, mcc)
);
