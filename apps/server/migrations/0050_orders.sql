-- From the signed contract to the terminal in the merchant's hands: orders, what was collected for them, and the deposit register.
create table device_order (
  merchant_id         text not null,
  id                  text not null,
  kind                text not null check (kind in ('first', 'replacement')),
  status              text not null check (status in (
    'created', 'awaiting_payment', 'placed', 'confirmed', 'shipped', 'delivered', 'unboxed',
    'faulty', 'undeliverable', 'completed', 'canceled')),
  application_id      text not null,
  contract_id         text,
  case_id             text,
  replaces_id         text, -- the terminal that failed
  merchant_name       text not null,
  plan_id             text not null,
  model_id            text not null,
  deposit_minor       bigint not null check (deposit_minor >= 0),
  pay_by              timestamptz,
  paid_at             timestamptz,
  set_aside_minor     bigint check (set_aside_minor > 0),
  set_aside_reason    text check (set_aside_reason in ('amountDiffers', 'late')),
  terminal_id         text,
  serial              text,
  to_name             text not null,
  to_phone_mask       text not null,
  to_address          text not null,
  parcel_id           text, -- named before the courier is asked, so that asking twice ships once
  tracking            text,
  shipped_at          timestamptz,
  picked_up_at        timestamptz,
  delivered_at        timestamptz,
  unboxing            jsonb,
  created_at          timestamptz not null,
  primary key (merchant_id, id),
  -- One order for a contract and one for a case, whoever hears the news again.
  unique (merchant_id, contract_id),
  unique (merchant_id, case_id),
  unique (merchant_id, terminal_id),
  check ((kind = 'first') = (contract_id is not null)),
  check ((kind = 'replacement') = (case_id is not null)),
  check (kind = 'first' or deposit_minor = 0),
  check ((set_aside_minor is null) = (set_aside_reason is null)),
  check (status not in ('confirmed', 'shipped', 'delivered', 'unboxed', 'faulty', 'completed')
    or terminal_id is not null)
);
create index device_order_id on device_order (id);
create index device_order_status on device_order (status, id);
create index device_order_parcel on device_order (parcel_id);

-- What the bank was asked to collect. An order has one open collection at most.
create table collection (
  merchant_id  text not null,
  id           text not null,
  order_id     text not null,
  amount_minor bigint not null check (amount_minor > 0),
  status       text not null check (status in ('asked', 'paid', 'failed', 'set_aside')),
  came_minor   bigint check (came_minor > 0),
  pay_url      text,
  created_at   timestamptz not null,
  answered_at  timestamptz,
  primary key (merchant_id, id),
  foreign key (merchant_id, order_id) references device_order (merchant_id, id),
  check ((status in ('paid', 'set_aside')) = (came_minor is not null)),
  check (status <> 'paid' or came_minor = amount_minor)
);
create index collection_id on collection (id);
create unique index collection_open on collection (merchant_id, order_id) where status = 'asked';

create table deposit (
  merchant_id           text not null,
  id                    text not null,
  order_id              text not null,
  status                text not null check (status in (
    'due', 'collected', 'accumulating', 'qualified', 'refunded', 'extended', 'retained', 'offset',
    'canceled')),
  amount_minor          bigint not null check (amount_minor > 0),
  turnover_needed_minor bigint not null check (turnover_needed_minor >= 0),
  turnover_minor        bigint not null default 0,
  window_days           int not null check (window_days > 0),
  window_start          date,
  window_end            date check (window_end >= window_start),
  unmet                 text not null check (unmet in ('retain', 'extend')),
  told_percent          int not null default 0, -- the last step that the merchant was told of
  collected_at          timestamptz,
  refunded_at           timestamptz,
  created_at            timestamptz not null,
  primary key (merchant_id, id),
  unique (merchant_id, order_id),
  foreign key (merchant_id, order_id) references device_order (merchant_id, id),
  check ((status = 'refunded') = (refunded_at is not null)),
  check (status not in ('accumulating', 'extended') or window_end is not null)
);
create index deposit_id on deposit (id);

-- What each cleared day added; a day counts once.
create table deposit_day (
  merchant_id text not null,
  deposit_id  text not null,
  day         date not null,
  sales_minor bigint not null,
  primary key (merchant_id, deposit_id, day),
  foreign key (merchant_id, deposit_id) references deposit (merchant_id, id)
);
