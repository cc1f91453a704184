-- Payments: what terminals asked and were answered, what the network was asked, and the batches. No card
-- number and no PIN is ever stored: a keyed token to recognise a card, and six and four digits for people.
create sequence upstream_trace minvalue 1 maxvalue 999999 cycle;
create sequence payment_reference minvalue 1 maxvalue 99999999 cycle;

create table batch (
  merchant_id  text not null,
  id           text not null,
  terminal_id  text not null,
  terminal_no  text not null,
  epoch        int not null,
  batch_no     text not null check (batch_no ~ '^\d{6}$'),
  status       text not null check (status in ('open', 'balanced', 'unbalanced', 'uploading', 'closed')),
  -- Debits and credits of domestic and of foreign cards: ours when it was settled, theirs as sent.
  ours         jsonb,
  theirs       jsonb,
  is_equal     boolean,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  primary key (merchant_id, id),
  unique (merchant_id, terminal_id, epoch, batch_no),
  check ((status = 'open') = (closed_at is null)),
  check ((status = 'open') = (ours is null))
);
create unique index batch_open on batch (merchant_id, terminal_id, epoch) where status = 'open';
create index batch_newest on batch (id desc);

-- One terminal message and its answer. The key makes a repeat harmless; a reversal that came before its
-- original is a row like any other, and its original is refused when it comes.
create table exchange (
  merchant_id text not null,
  terminal_id text not null,
  epoch       int not null,
  batch_no    text not null,
  trace       text not null check (trace ~ '^\d{6}$'),
  kind        text not null,
  id          text not null,
  fingerprint text not null,
  status      text not null check (status in ('sending', 'answered')),
  payment_id  text,
  refund_id   text,
  answer      jsonb,
  at          timestamptz not null,
  -- Machine time: a crash is found by it, and the business clock of a sandbox may jump.
  started_at  timestamptz not null default now(),
  primary key (merchant_id, terminal_id, epoch, batch_no, trace, kind),
  check ((status = 'answered') = (answer is not null))
);
create index exchange_sending on exchange (started_at) where status = 'sending';

create table payment (
  merchant_id      text not null,
  id               text not null unique,
  terminal_id      text not null,
  terminal_no      text not null,
  epoch            int not null,
  batch_no         text not null,
  trace            text not null,
  kind             text not null check (kind in ('card', 'qr')),
  status           text not null check (status in (
    'refused', 'sending', 'declined', 'approved', 'unknown', 'reversal_pending', 'reversed',
    'void_pending', 'void_unknown', 'voided', 'cleared')),
  amount_minor     bigint not null check (amount_minor > 0),
  currency         text not null check (currency = 'CNY'),
  refunded_minor   bigint not null default 0 check (refunded_minor between 0 and amount_minor),
  -- The signed plan's rule as it was, so that every fee can be recomputed from its own row.
  plan_id          text not null,
  tender           text not null check (tender in ('debit', 'credit', 'qr')),
  price_class      text not null,
  fee_rate_e7      int not null check (fee_rate_e7 between 0 and 10000000),
  fee_min_minor    bigint,
  fee_cap_minor    bigint,
  fee_fixed_minor  bigint not null default 0,
  fee_minor        bigint not null default 0 check (fee_minor >= 0),
  fee_returned_minor bigint not null default 0 check (fee_returned_minor between 0 and fee_minor),
  interchange_minor bigint not null default 0 check (interchange_minor >= 0),
  network_minor    bigint not null default 0 check (network_minor >= 0),
  card_token       text,
  card_masked      text check (card_masked !~ '\d{11}'),
  card_bank        jsonb,
  card_scheme      text,
  entry_mode       text not null,
  answer_code      text,
  answered_by      text check (answered_by in ('house', 'network')),
  rrn              text not null,
  auth_code        text,
  business_day     date,
  -- The journal that counts now: the sale's, or the one that took a void back.
  journal_type     text not null,
  journal_id       text not null,
  journal_kind     text not null,
  slip             jsonb,
  at               timestamptz not null,
  approved_at      timestamptz,
  primary key (merchant_id, id),
  unique (merchant_id, terminal_id, epoch, batch_no, trace),
  unique (merchant_id, rrn),
  check ((kind = 'card') = (card_masked is not null)),
  check (business_day is not null or status in ('refused', 'sending', 'declined', 'unknown', 'reversed'))
);
create index payment_newest on payment (merchant_id, id desc);
create index payment_day on payment (merchant_id, business_day);

-- Voids and refunds: what was given back of a payment.
create table refund (
  merchant_id      text not null,
  id               text not null,
  payment_id       text not null,
  kind             text not null check (kind in ('void', 'refund')),
  status           text not null check (status in ('sending', 'succeeded', 'declined', 'unknown', 'undone')),
  terminal_id      text not null,
  epoch            int not null,
  batch_no         text not null,
  trace            text not null,
  amount_minor     bigint not null check (amount_minor > 0),
  fee_minor        bigint not null default 0 check (fee_minor >= 0),
  interchange_minor bigint not null default 0,
  network_minor    bigint not null default 0,
  rrn              text not null,
  answer_code      text,
  auth_code        text,
  business_day     date,
  at               timestamptz not null,
  primary key (merchant_id, id),
  foreign key (merchant_id, payment_id) references payment (merchant_id, id)
);
create index refund_payment on refund (merchant_id, payment_id);
create index refund_batch on refund (merchant_id, terminal_id, epoch, batch_no);

-- One request to the card network. A reversal is a leg too, and is sent until the network confirms it.
create table upstream_leg (
  merchant_id      text not null,
  id               text not null unique,
  payment_id       text not null,
  refund_id        text,
  undoes_id        text,
  undone_by        text,
  kind             text not null check (kind in ('sale', 'void', 'refund', 'reversal')),
  status           text not null check (status in ('sending', 'answered', 'unknown', 'confirmed')),
  terminal_no      text not null,
  trace            text not null check (trace ~ '^\d{6}$'),
  sent_at          text not null check (sent_at ~ '^\d{10}$'),
  answer_code      text,
  late_code        text,
  attempts         int not null default 1,
  -- Whether money moved by it, on which day of the network, and how much.
  moved            boolean not null default false,
  business_day     date,
  cleared_day      date,
  amount_minor     bigint not null check (amount_minor > 0),
  fee_minor        bigint not null default 0,
  interchange_minor bigint not null default 0,
  network_minor    bigint not null default 0,
  at               timestamptz not null,
  primary key (merchant_id, id),
  foreign key (merchant_id, payment_id) references payment (merchant_id, id),
  check (not moved or business_day is not null)
);
create index upstream_leg_payment on upstream_leg (merchant_id, payment_id);
create index upstream_leg_keys on upstream_leg (trace, sent_at);
create index upstream_leg_clearable on upstream_leg (business_day) where moved and cleared_day is null;
create index upstream_leg_open on upstream_leg (at) where kind = 'reversal' and status <> 'confirmed';

-- Lines of a batch upload; a terminal that starts again from the first line changes nothing.
create table batch_line (
  merchant_id  text not null,
  batch_id     text not null,
  kind         text not null,
  trace        text not null,
  card_masked  text not null check (card_masked !~ '\d{11}'),
  amount_minor bigint not null,
  at           timestamptz not null,
  primary key (merchant_id, batch_id, kind, trace)
);
