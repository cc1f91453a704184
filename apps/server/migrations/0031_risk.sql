-- Limits as dated rows with their source, what is used of them, and alerts with the facts that raised them.
create table risk_limit (
  merchant_id   text not null,
  set_at        timestamptz not null,
  valid_from    date not null,
  tier          text not null check (tier in (
    'micro', 'individual', 'sole_proprietor', 'enterprise', 'special')),
  single_minor  bigint not null check (single_minor > 0),
  daily_minor   bigint not null check (daily_minor >= single_minor),
  monthly_minor bigint not null check (monthly_minor >= daily_minor),
  daily_count   int not null check (daily_count > 0),
  -- Only where credit cards have limits of their own.
  credit_daily_minor   bigint check (credit_daily_minor > 0),
  credit_monthly_minor bigint check (credit_monthly_minor >= credit_daily_minor),
  source        text not null,
  set_by        text not null,
  primary key (merchant_id, set_at)
);

-- One row for a merchant and business day: what was let through, less what came back.
create table risk_usage (
  merchant_id  text not null,
  day          date not null,
  amount_minor bigint not null default 0 check (amount_minor >= 0),
  credit_minor bigint not null default 0 check (credit_minor >= 0),
  count        int not null default 0 check (count >= 0),
  primary key (merchant_id, day)
);

create table risk_decline (
  merchant_id text not null,
  payment_id  text not null,
  terminal_id text not null,
  card        text not null,
  code        text not null,
  at          timestamptz not null,
  primary key (merchant_id, payment_id)
);
create index risk_decline_recent on risk_decline (merchant_id, at desc);

create table risk_newcomer (
  merchant_id   text not null,
  terminal_id   text not null,
  in_service_at timestamptz not null,
  primary key (merchant_id, terminal_id)
);

create table risk_alert (
  merchant_id text not null,
  id          text not null unique,
  rule        text not null check (rule in ('T21', 'T23')),
  severity    text not null check (severity in ('low', 'medium', 'high')),
  status      text not null check (status in ('triggered', 'confirmed', 'dismissed')),
  subject     text not null,
  facts       jsonb not null,
  note        text,
  decided_by  text,
  at          timestamptz not null,
  primary key (merchant_id, id)
);
create index risk_alert_newest on risk_alert (id desc);
