-- A main key may travel over the card line under the house's RSA key, but only to a terminal whose
-- open code says so: such a code was issued by somebody who works for the house.
alter table activation_code add column allows_download boolean not null default false;

-- The house's own RSA keys, by index; the private half only sealed.
create table acquirer_key (
  key_index  text primary key check (key_index ~ '^[0-9A-F]{2}$'),
  sealed     bytea not null,
  modulus    bytea not null,
  exponent   bytea not null,
  made_at    timestamptz not null
);
