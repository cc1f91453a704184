import { api } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import type { Db, Tx } from '#platform/db';
import type { ContractStatus, Signer, Terms } from './model.ts';

type Row = {
  merchant_id: string;
  contract_id: string;
  contract_no: string;
  application_id: string;
  status: ContractStatus;
  lang: Lang;
  terms: object;
  terms_sha256: string;
  file_id: string | null;
  file_sha256: string | null;
  signed_file_id: string | null;
  signed_file_sha256: string | null;
  sign_by: Date | null;
  signed_at: Date | null;
  signer: Signer | null;
  code_id: string | null;
  ended_at: Date | null;
  ended_reason: string | null;
  created_at: Date;
};
type Tables = { contract: Row };
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Contract = Omit<Row, 'terms'> & { readonly terms: Terms };

const termsShape = api.contracts.contract.reply.shape.terms;

/** Terms as they are stored: amounts as text, so that nothing is lost in JSON. */
export function encodeTerms(terms: Terms): object {
  return termsShape.encode(terms);
}

function read(row: Row): Contract {
  return { ...row, terms: termsShape.parse(row.terms) };
}

export async function insertContract(tx: Tx, { terms, ...contract }: Contract): Promise<void> {
  await on(tx)
    .insertInto('contract')
    .values({ ...contract, terms: JSON.stringify(encodeTerms(terms)) as never, signer: null })
    .execute();
}

export async function contractById(tx: Tx | Db, id: string): Promise<Contract | undefined> {
  const row = await on(tx)
    .selectFrom('contract')
    .selectAll()
    .where('contract_id', '=', id)
    .executeTakeFirst();
  return row && read(row);
}

export async function lockContract(tx: Tx, id: string): Promise<Contract | undefined> {
  const row = await on(tx)
    .selectFrom('contract')
    .selectAll()
    .where('contract_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

/** Everything of a contract that may change after it was opened. */
export async function saveContract(tx: Tx, contract: Contract): Promise<void> {
  const { merchant_id, contract_id, status, file_id, file_sha256 } = contract;
  const { signed_file_id, signed_file_sha256, sign_by, signed_at, code_id } = contract;
  const { ended_at, ended_reason, signer } = contract;
  await on(tx)
    .updateTable('contract')
    .set({
      status,
      file_id,
      file_sha256,
      signed_file_id,
      signed_file_sha256,
      sign_by,
      signed_at,
      code_id,
      ended_at,
      ended_reason,
      signer: signer && (JSON.stringify(signer) as never),
    })
    .where('merchant_id', '=', merchant_id)
    .where('contract_id', '=', contract_id)
    .execute();
}

/** The contract of an application that has not ended, if any. */
export async function openContractOf(
  tx: Tx | Db,
  applicationId: string,
): Promise<Contract | undefined> {
  const row = await on(tx)
    .selectFrom('contract')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('status', 'not in', ['lapsed', 'terminated'])
    .executeTakeFirst();
  return row && read(row);
}

/** The contract that a paper names by its number, or by the hash of a file or of the terms. */
export async function contractByHash(tx: Tx | Db, hash: string): Promise<Contract | undefined> {
  const row = await on(tx)
    .selectFrom('contract')
    .selectAll()
    .where((w) =>
      w.or([
        w('contract_no', '=', hash),
        w('file_sha256', '=', hash),
        w('signed_file_sha256', '=', hash),
        w('terms_sha256', '=', hash),
      ]),
    )
    .orderBy('contract_id', 'desc')
    .executeTakeFirst();
  return row && read(row);
}

export type ContractFilter = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly merchantId?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly status?: ContractStatus | undefined;
  /** Undefined: all merchants. */
  readonly only: readonly string[] | undefined;
};

/** Newest first; ids sort by the moment of making, so the page key is the id alone. */
export async function pageOfContracts(tx: Tx | Db, filter: ContractFilter): Promise<Contract[]> {
  let query = on(tx)
    .selectFrom('contract')
    .selectAll()
    .orderBy('contract_id', 'desc')
    .limit(filter.limit);
  if (filter.after !== undefined) query = query.where('contract_id', '<', filter.after);
  if (filter.only !== undefined) query = query.where('merchant_id', 'in', [...filter.only, '']);
  if (filter.merchantId !== undefined) query = query.where('merchant_id', '=', filter.merchantId);
  if (filter.applicationId !== undefined)
    query = query.where('application_id', '=', filter.applicationId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  return (await query.execute()).map(read);
}
