-- Care for merchants: a terminal that stopped and its way back, and questions to support.
create table suspension_case (
  merchant_id     text not null,
  case_id         text not null unique,
  terminal_id     text not null,
  reason          text not null,
  description     text not null,
  status          text not null check (status in ('reported', 'diagnosing', 'self_help',
    'under_review', 'rejected', 'approved', 'reinstalling', 'testing', 'restored', 'follow_up',
    'closed', 'terminated')),
  reporter_id     text not null,
  reported_at     timestamptz not null,
  due_at          timestamptz,
  -- The open question and the finding are ids of the diagnosis data; the trail keeps who answered what.
  step            text,
  trail           jsonb not null default '[]',
  finding         text,
  materials       jsonb not null default '[]',
  path            text check (path in ('replacement', 'repair', 'lift')),
  decided_by      text,
  decision_note   text,
  order_id        text,
  new_terminal_id text,
  -- What the machines showed since the approval.
  proof           jsonb not null default '{}',
  restored_at     timestamptz,
  follow_up_note  text,
  lesson          text,
  ended_at        timestamptz,
  primary key (merchant_id, case_id),
  check ((status in ('closed', 'terminated')) = (ended_at is not null)),
  check (status <> 'closed' or lesson is not null),
  check (status not in ('approved', 'reinstalling') or path is not null)
);
-- A machine has one case at a time.
create unique index suspension_case_open on suspension_case (terminal_id)
  where status not in ('closed', 'terminated');
create index suspension_case_new_terminal on suspension_case (new_terminal_id);
create index suspension_case_order on suspension_case (order_id);

create table ticket (
  -- 'house' for a person who has no merchant yet.
  merchant_id    text not null,
  ticket_id      text not null unique,
  number         text not null unique,
  category       text not null,
  priority       text not null check (priority in ('p1', 'p2', 'p3')),
  subject        text not null,
  status         text not null
    check (status in ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed')),
  opener_id      text not null,
  opener_name    text not null,
  assignee_id    text,
  assignee_name  text,
  opened_at      timestamptz not null,
  -- Null once it is answered.
  reply_due_at   timestamptz,
  resolve_due_at timestamptz not null,
  -- Since when the clock stands still.
  paused_at      timestamptz,
  terminal_id    text,
  case_id        text,
  resolved_at    timestamptz,
  stars          int check (stars between 1 and 5),
  primary key (merchant_id, ticket_id),
  check ((status in ('pending', 'on_hold')) = (paused_at is not null)),
  check (status not in ('resolved', 'closed') or resolved_at is not null)
);
create index ticket_opener on ticket (opener_id, ticket_id desc);

create table ticket_reply (
  merchant_id text not null,
  reply_id    text not null unique,
  ticket_id   text not null,
  by_id       text not null,
  by_name     text not null,
  role        text not null,
  text        text not null,
  inner_note  boolean not null,
  at          timestamptz not null,
  primary key (merchant_id, reply_id)
);
create index ticket_reply_ticket on ticket_reply (merchant_id, ticket_id, reply_id);
