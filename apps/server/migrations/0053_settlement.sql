-- From the day's sales to money in the merchant's bank: clearing files and what did not match, payouts and their files, statements.
create table clearing (
  id          text primary key,
  day         date not null unique,
  status      text not null check (status in ('awaiting', 'refused', 'done')),
  reason      text,
  sha256      text check (length(sha256) = 64),
  file        text, -- as it came; card numbers in it are masked
  lines       int not null default 0 check (lines >= 0),
  matched     int not null default 0 check (matched >= 0),
  breaks      int not null default 0 check (breaks >= 0),
  gross_minor bigint not null default 0,
  fees_minor  bigint not null default 0,
  asks        int not null default 0 check (asks >= 0),
  asked_at    timestamptz,
  done_at     timestamptz,
  created_at  timestamptz not null,
  check ((status = 'done') = (done_at is not null and sha256 is not null))
);

-- A leg of ours that stood in a file, once for ever.
create table clearing_item (
  merchant_id text not null,
  leg_id      text not null,
  payment_id  text not null,
  day         date not null, -- of the file
  line        int not null check (line > 0),
  kind        text not null check (kind in ('sale', 'void', 'reversal', 'refund')),
  net_minor   bigint not null, -- what the network paid for it
  owed_minor  bigint not null, -- what became available to the merchant
  primary key (merchant_id, leg_id)
);
create index clearing_item_day on clearing_item (day, merchant_id);

-- Where our books and the network do not agree. Never deleted: closed, with the day that explained it.
create table settlement_break (
  id           text primary key,
  day          date not null,
  kind         text not null check (kind in ('long', 'short', 'amount', 'fee', 'state', 'dup', 'date')),
  merchant_id  text,
  payment_id   text,
  leg_id       text,
  line         int,
  trace        text not null,
  reference    text,
  ours_minor   bigint,
  theirs_minor bigint,
  note         text not null,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  check (line is not null or leg_id is not null)
);
create unique index settlement_break_line on settlement_break (day, line, kind) where line is not null;
create unique index settlement_break_leg on settlement_break (leg_id, kind) where line is null;

create table payout_file (
  id           text primary key,
  day          date not null unique,
  sealed       bytea not null, -- account numbers stand in it
  sha256       text not null check (length(sha256) = 64),
  count        int not null check (count > 0),
  sum_minor    bigint not null check (sum_minor > 0),
  asks         int not null default 0,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  answered_at  timestamptz
);

create table payout (
  merchant_id  text not null,
  id           text not null,
  status       text not null check (status in ('created', 'in_transit', 'paid', 'failed', 'returned')),
  amount_minor bigint not null check (amount_minor > 0),
  day          date not null,
  merchant_name text not null,
  account_mask text not null,
  file_id      text,
  reason       text,
  seq          bigint not null, -- up to where the moves of 2110 are in this payout or an earlier one
  created_at   timestamptz not null,
  paid_at      timestamptz,
  primary key (merchant_id, id),
  unique (merchant_id, day),
  check (status = 'created' or file_id is not null)
);
create index payout_id on payout (id);
create index payout_day on payout (day, status);
create index payout_file_id on payout (file_id);

-- What a payout is made of: journals that moved 2110. A journal is in one payout only.
create table payout_line (
  merchant_id  text not null,
  journal_id   text not null,
  payout_id    text not null,
  kind         text not null,
  amount_minor bigint not null,
  primary key (merchant_id, journal_id),
  foreign key (merchant_id, payout_id) references payout (merchant_id, id)
);
create index payout_line_payout on payout_line (merchant_id, payout_id);

create table statement (
  merchant_id    text not null,
  id             text not null,
  merchant_name  text not null,
  day            date not null,
  sales_count    int not null,
  sales_minor    bigint not null,
  undone_minor   bigint not null,
  refunds_count  int not null,
  refunds_minor  bigint not null,
  fees_minor     bigint not null,
  net_minor      bigint not null,
  paid_out_minor bigint not null,
  opening_minor  bigint not null,
  closing_minor  bigint not null,
  lines          jsonb not null,
  created_at     timestamptz not null,
  primary key (merchant_id, id),
  unique (merchant_id, day),
  check (net_minor = sales_minor - undone_minor - refunds_minor - fees_minor)
);
create index statement_id on statement (id);
