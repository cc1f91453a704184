-- Pre-authorisations, their completions, and what a terminal tells afterwards (tips, offline sales). A hold
-- is a payment row that takes no money; what follows another row names it in of_id.
alter table payment
  drop constraint payment_kind_check,
  drop constraint payment_status_check,
  drop constraint payment_check2,
  drop constraint payment_check3,
  add column of_id text,
  -- What was asked for, where the network approved only a part of it.
  add column asked_minor bigint check (asked_minor > 0),
  -- Whether it counts against the limits: what is told afterwards has happened and is not refused.
  add column counted boolean not null default true,
  add column expires_at timestamptz,
  add constraint payment_kind check (kind in ('card', 'qr', 'preauth', 'completion', 'offline', 'tip')),
  add constraint payment_status check (status in (
    'refused', 'sending', 'declined', 'approved', 'unknown', 'reversal_pending', 'reversed',
    'void_pending', 'void_unknown', 'voided', 'cleared', 'waiting', 'shown',
    'held', 'completing', 'completed', 'expired')),
  add constraint payment_means check ((tender = 'qr') = (card_masked is null)),
  add constraint payment_day check (business_day is not null or status in (
    'refused', 'sending', 'declined', 'unknown', 'reversed', 'waiting', 'shown')),
  add constraint payment_follows check (of_id is not null or kind not in ('completion', 'tip')),
  add constraint payment_of foreign key (merchant_id, of_id) references payment (merchant_id, id),
  add constraint payment_hold_ends check (kind <> 'preauth' or status <> 'held' or expires_at is not null);
create index payment_of on payment (merchant_id, of_id) where of_id is not null;
-- A hold is found by its approval code where the terminal no longer knows batch and trace.
create index payment_held on payment (merchant_id, auth_code) where kind = 'preauth';

-- Which message a leg was: for the books a completion and an advice are sales.
alter table upstream_leg
  add column form text not null default 'sale'
    check (form in ('sale', 'preauth', 'addition', 'completion', 'advice', 'code'));

-- Chip records and advices that go up whole keep what they said beside the amount.
alter table batch_line add column said jsonb;

-- What the rules of the card networks leave open, dated and with its source; the newest that is valid counts.
create table payment_rule (
  name       text not null check (name in ('holdDays', 'completionPercent', 'tipPercent', 'codeMinutes')),
  scheme     text not null, -- '*': every network
  valid_from date not null,
  value      int not null check (value > 0),
  source     text not null,
  primary key (name, scheme, valid_from)
);
insert into payment_rule (name, scheme, valid_from, value, source) values
  ('holdDays', '*', '2000-01-01', 30, 'UnionPay practice: a pre-authorisation is completed within 30 days'),
  ('completionPercent', '*', '2000-01-01', 115, 'UnionPay practice: up to 115 % of the pre-authorised amount'),
  ('tipPercent', '*', '2000-01-01', 20, 'our own figure; terminals get it as parameter 19'),
  ('codeMinutes', '*', '2000-01-01', 5, 'our own figure: how long a code on the screen can be paid');

insert into account_code (code, side, floor_group) values
  ('9100', 'D', '9100'), -- holds on cards, in layer 1 only: no money of anybody
  ('9101', 'C', '9101');
