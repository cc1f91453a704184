import { IdText } from '../../parts/desk/detail.tsx';
import { MerchantName } from '../../parts/desk/names.tsx';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

/** A chain is a merchant's, or the house's own. */
export function ChainName({ chain }: { chain: string }) {
  const say = useSay(words);
  if (chain.startsWith('mer_')) return <MerchantName id={chain} />;
  return chain === 'house' ? say('chain.house') : <IdText id={chain} />;
}
