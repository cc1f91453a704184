-- Uploaded and generated files. The bytes lie encrypted on disk; each file's key lies here, sealed by the master key.
create table kept_file (
  id         text primary key,
  -- The person or the merchant whose file it is.
  owner      text not null,
  kind       text not null,
  -- As the sender called it; shown, never trusted.
  name       text not null check (length(name) between 1 and 120),
  type       text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size       int not null check (size between 1 and 10485760),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width      int check (width > 0),
  height     int check (height > 0),
  key_sealed bytea not null,
  created_at timestamptz not null,
  check ((width is null) = (type = 'application/pdf'))
);
create index kept_file_owner on kept_file (owner, id desc);
create index kept_file_sha256 on kept_file (sha256);
