-- The sandbox card network keeps its own book, so that after a restart it still knows what it approved.
create table sandbox_network_txn (
  -- The keys of an upstream message: F7 and F11, with the terminal that it came from.
  sent_at      text not null,
  trace        text not null,
  terminal_no  text not null,
  kind         text not null check (kind in ('sale', 'void', 'refund')),
  status       text not null check (status in ('approved', 'declined', 'reversed', 'voided', 'unseen')),
  code         text not null,
  auth_code    text,
  amount_minor bigint not null check (amount_minor >= 0),
  card         text not null,
  tender       text not null check (tender in ('debit', 'credit', 'qr')),
  merchant_no  text not null,
  mcc          text not null,
  rrn          text not null,
  acquirer     text not null,
  forwarder    text not null,
  original     text,
  original_day date,
  settle_day   date not null,
  reversed_day date,
  reversal_trace   text not null default '',
  reversal_sent_at text not null default '',
  at           timestamptz not null,
  primary key (sent_at, trace, terminal_no)
);
create index sandbox_network_day on sandbox_network_txn (settle_day, at);
create index sandbox_network_reversed on sandbox_network_txn (reversed_day) where reversed_day is not null;
create index sandbox_network_original on sandbox_network_txn (original) where original is not null;

-- A file that was handed out never changes again.
create table sandbox_network_file (
  day  date primary key,
  text text not null
);
