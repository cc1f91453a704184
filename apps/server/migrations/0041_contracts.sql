-- What was agreed with a merchant, as values and as a file, and the proof that it was signed.
create table contract (
  merchant_id        text not null,
  contract_id        text not null unique,
  contract_no        text not null unique check (contract_no ~ '^KT[0-9]{14}$'),
  application_id     text not null,
  status             text not null
    check (status in ('generating', 'pending_sign', 'signed', 'lapsed', 'terminated')),
  lang               text not null check (lang in ('zh-Hans', 'zh-Hant', 'en')),
  -- A snapshot: the catalogue may change, this may not.
  terms              jsonb not null,
  terms_sha256       text not null check (terms_sha256 ~ '^[0-9a-f]{64}$'),
  file_id            text,
  file_sha256        text,
  signed_file_id     text,
  signed_file_sha256 text,
  sign_by            timestamptz,
  signed_at          timestamptz,
  signer             jsonb,
  -- The one-time code that was used up to sign.
  code_id            text,
  ended_at           timestamptz,
  ended_reason       text,
  created_at         timestamptz not null,
  primary key (merchant_id, contract_id),
  check (status = 'generating' or file_id is not null),
  check ((file_id is null) = (file_sha256 is null)),
  check ((signed_file_id is null) = (signed_file_sha256 is null)),
  check (status <> 'signed' or (signed_at is not null and signer is not null and code_id is not null)),
  check ((status in ('lapsed', 'terminated')) = (ended_at is not null))
);
-- One contract at a time for an application; one that lapsed makes room for another.
create unique index contract_open on contract (application_id) where status not in ('lapsed', 'terminated');
create index contract_files on contract (file_sha256);
create index contract_signed_files on contract (signed_file_sha256);
create index contract_terms on contract (terms_sha256);
