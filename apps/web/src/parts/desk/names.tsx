/** The names behind ids. One question for many rows: the newest hundred, and only others one by one. */
import { api } from '@kaitong/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../query.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useAddress } from './address.ts';
import { DeskLink } from './desk-link.tsx';
import { deskWords } from './words.ts';

const KNOWN_MAX = 100;
const house = { query: { limit: KNOWN_MAX } };

export function MerchantName({ id }: { id: string | undefined }) {
  const known = useApi(api.merchants.listMerchants, house, { isOff: id === undefined });
  const near = known.data?.rows.find((row) => row.id === id);
  const isFar = id !== undefined && known.data !== undefined && !near;
  const far = useApi(api.merchants.readMerchant, { params: { id: id ?? '' } }, { isOff: !isFar });
  return <>{near?.name ?? far.data?.name ?? id ?? '–'}</>;
}

/** A terminal by what stands on its label. */
export function TerminalName({ id }: { id: string | undefined }) {
  const known = useApi(api.terminals.listTerminals, house, { isOff: id === undefined });
  const near = known.data?.rows.find((row) => row.id === id);
  const isFar = id !== undefined && known.data !== undefined && !near;
  const far = useApi(api.terminals.readTerminal, { params: { id: id ?? '' } }, { isOff: !isFar });
  const one = near ?? far.data;
  return <span className="figures">{one?.serial ?? id ?? '–'}</span>;
}

export function TerminalLink({ id }: { id: string }) {
  return (
    <DeskLink desk="terminals" search={{ open: id }}>
      <TerminalName id={id} />
    </DeskLink>
  );
}

/** Chooses a merchant by name or number; the choice stands in the address as `merchant`. */
export function ChooseMerchant() {
  const say = useSay(deskWords);
  const { text, change } = useAddress();
  const [search, setSearch] = useState('');
  const chosen = text('merchant');
  const wanted = search.trim();
  const { data, isLoading } = useApi(api.merchants.listMerchants, {
    query: wanted === '' ? house.query : { ...house.query, search: wanted },
  });
  const rows = data?.rows ?? [];
  const isHere = chosen === undefined || rows.some(({ id }) => id === chosen);
  return (
    <Select<string>
      className="filter-merchant"
      aria-label={say('filter.merchant')}
      placeholder={say('filter.merchant')}
      allowClear
      virtual={false}
      popupMatchSelectWidth={false}
      loading={isLoading}
      value={chosen ?? null}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      notFoundContent={say(isLoading ? 'house.loading' : 'filter.merchant.none')}
      onChange={(id: string | undefined) => change({ merchant: id })}
      options={[
        ...(isHere ? [] : [{ value: chosen, label: <MerchantName id={chosen} /> }]),
        ...rows.map(({ id, name, merchantNo }) => ({
          value: id,
          label: `${name} ${merchantNo}`,
        })),
      ]}
    />
  );
}

/** A plan or a model by its name in the catalogue. */
export function OfferName({ id }: { id: string }) {
  const lang = useLang();
  const plans = useApi(api.catalogue.listPlans, { query: {} }).data?.rows ?? [];
  const models = useApi(api.catalogue.listModels, {}).data?.rows ?? [];
  return <>{[...plans, ...models].find((offer) => offer.id === id)?.name[lang] ?? id}</>;
}
