-- What proves a payment besides its answer: the customer's signature as an image, and what a chip made
-- of its issuer's commands. One of a kind for each message; a second one never replaces the first.
create table payment_evidence (
  merchant_id text not null,
  payment_id  text not null,
  kind        text not null check (kind in ('signature', 'script')),
  trace       text not null,
  -- Sealed: a signature is a person's.
  sealed      bytea not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size        int not null check (size between 1 and 4096),
  at          timestamptz not null,
  primary key (merchant_id, payment_id, kind, trace)
);
