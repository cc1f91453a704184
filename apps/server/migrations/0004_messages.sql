-- What people were told: read in the app, and sent to their phone.
create table message (
  id           text primary key,
  -- Whose inbox it lies in; a text to a bare phone number lies in none.
  person_id    text,
  -- The words and what fills them; said in the reader's language when read.
  key          text,
  facts        jsonb not null default '{}',
  link         text,
  phone        text,
  -- Only for a bare phone number; wiped when it is sent, since it may hold a code.
  body         text,
  -- Null: the person has no phone, so that nothing is sent.
  sms          text check (sms in ('queued', 'delivered', 'failed')),
  attempts     int not null default 0 check (attempts >= 0),
  created_at   timestamptz not null,
  delivered_at timestamptz,
  read_at      timestamptz,
  check ((person_id is not null and key is not null) or phone is not null),
  check (sms is distinct from 'delivered' or delivered_at is not null)
);
create index message_inbox on message (person_id, id desc);
create index message_unread on message (person_id) where read_at is null;
