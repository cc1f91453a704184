-- The sandbox card network holds amounts on cards, adds to holds, completes them, and shows codes to pay.
alter table sandbox_network_txn
  drop constraint sandbox_network_txn_kind_check,
  drop constraint sandbox_network_txn_status_check,
  add constraint sandbox_network_txn_kind
    check (kind in ('sale', 'void', 'refund', 'hold', 'addition', 'holdVoid')),
  add constraint sandbox_network_txn_status check (status in (
    'approved', 'declined', 'reversed', 'voided', 'unseen', 'completed', 'shown')),
  add column code_text text;
create unique index sandbox_network_code on sandbox_network_txn (code_text) where code_text is not null;
