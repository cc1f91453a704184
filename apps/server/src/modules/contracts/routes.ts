import { api } from '@kaitong/contract';
import { merchantById } from '#merchants';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { transact, type Db, type Tx } from '#platform/db';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { readFile } from '#vault';
import { canOf, maskParty, verificationOf, type ContractReply } from './model.ts';
import { reissue } from './reissue.ts';
import { sendSigningCode, sign } from './sign.ts';
import { contractByHash, contractById, pageOfContracts, type Contract } from './store.ts';
import { terminate } from './terminate.ts';

export function routes(services: Services): readonly Route[] {
  const { db } = services;
  return [
    on(api.contracts.listContracts).handle(async (ask, { query }) => {
      const person = personOf(ask);
      const only = isStaff(person.role) ? undefined : person.merchantIds;
      const rows = await pageOfContracts(db, { ...query, after: query.after, only });
      const last = rows.at(-1);
      return {
        rows: await Promise.all(rows.map(async (row) => contractReply(db, ask, row))),
        ...(rows.length === query.limit && last ? { next: last.contract_id } : {}),
      };
    }),
    on(api.contracts.contract).handle(async (ask, { params }) =>
      contractReply(db, ask, await contractFor(db, ask, params.id)),
    ),
    on(api.contracts.contractPdf).handle(async (ask, { params }) =>
      transact(db, async (tx) => {
        const contract = await contractFor(tx, ask, params.id);
        const fileId = contract.signed_file_id ?? contract.file_id;
        if (fileId === null) throw refuse('contract.notReady');
        return readFile(tx, ask, { services, fileId, purpose: 'contract' });
      }),
    ),
    on(api.contracts.sendSigningCode).transact(async (tx, ask, { params }) =>
      sendSigningCode(tx, ask, { services, contractId: params.id }),
    ),
    on(api.contracts.signContract).handle(async (ask, { params, body }) =>
      contractReply(db, ask, await sign(ask, { services, contractId: params.id, ...body })),
    ),
    on(api.contracts.terminateContract).transact(async (tx, ask, { params, body }) =>
      contractReply(tx, ask, await terminate(tx, ask, { contractId: params.id, ...body })),
    ),
    on(api.contracts.reissueContract).transact(async (tx, ask, { params }) =>
      contractReply(tx, ask, await reissue(tx, ask, params.id)),
    ),
    on(api.contracts.verifyContract).handle(async (_, { params }) => verify(db, params.hash)),
  ];
}

async function contractFor(tx: Tx | Db, ask: Ask, id: string): Promise<Contract> {
  const contract = await contractById(tx, id);
  if (!contract) throw refuse('request.notFound');
  mustSeeMerchant(ask, contract.merchant_id);
  return contract;
}

async function verify(db: Db, hash: string) {
  const contract = await contractByHash(db, hash);
  const state = verificationOf(hash, contract);
  if (!contract) return { state };
  return {
    state,
    contractNo: contract.contract_no,
    party: maskParty(contract.terms.merchant.name),
    ...(contract.signed_at === null ? {} : { signedAt: contract.signed_at }),
  };
}

async function contractReply(tx: Tx | Db, ask: Ask, contract: Contract): Promise<ContractReply> {
  const merchant = await merchantById(tx, contract.merchant_id);
  const ownerId = merchant?.owner_id ?? '';
  return {
    id: contract.contract_id,
    contractNo: contract.contract_no,
    merchantId: contract.merchant_id,
    applicationId: contract.application_id,
    status: contract.status,
    lang: contract.lang,
    terms: contract.terms,
    termsSha256: contract.terms_sha256,
    createdAt: contract.created_at,
    verifyPath: `/verify/${contract.contract_no}`,
    can: canOf(ask.by, { status: contract.status, ownerId }),
    ...present('fileSha256', contract.file_sha256),
    ...present('signedFileSha256', contract.signed_file_sha256),
    ...present('signBy', contract.sign_by),
    ...present('signedAt', contract.signed_at),
    ...present('terminatedReason', contract.ended_reason),
    ...(contract.signer
      ? { signer: { name: contract.signer.name, phone: contract.signer.phone } }
      : {}),
  };
}

function present<K extends string, V>(name: K, value: V | null): { [P in K]?: V } {
  return (value === null ? {} : { [name]: value }) as { [P in K]?: V };
}
