-- What a terminal last said of its parts and of the parameters that it works with (0820 362).
create table fleet_status (
  terminal_id text primary key references terminal,
  merchant_id text not null,
  parts       jsonb not null,
  parameters  jsonb not null,
  at          timestamptz not null
);
alter table fleet_terminal
  drop constraint fleet_terminal_last_seen_by_check,
  add constraint fleet_terminal_last_seen_by_check
    check (last_seen_by in ('signIn', 'echo', 'sale', 'activation', 'status'));
