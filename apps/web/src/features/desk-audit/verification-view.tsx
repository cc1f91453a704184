/** Every chain computed again: whole, or where it is not. */
import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Grid } from '../../parts/desk/detail.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { ChainName } from './chain-name.tsx';
import { useVerification, type Trouble } from './queries.ts';
import { words } from './words.ts';

export function VerificationView() {
  const say = useSay(words);
  const found = useVerification();
  return (
    <Loaded query={found} lines={6}>
      {({ records, whole, troubles }) => (
        <div className="verification">
          <Callout
            isLive
            tone={whole ? 'done' : 'harm'}
            title={
              whole
                ? say('verify.whole', { count: records })
                : say('verify.broken', { count: records, troubles: troubles.length })
            }
          >
            {whole && <p className="quiet">{say('verify.whole.text')}</p>}
          </Callout>
          <Button loading={found.isFetching} onClick={() => void found.refetch()}>
            {say('verify.again')}
          </Button>
          {!whole && <Troubles troubles={troubles} />}
        </div>
      )}
    </Loaded>
  );
}

function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  const say = useSay(words);
  return (
    <Grid
      label={say('verify.what')}
      rows={troubles}
      keyOf={({ chain, seq, what }) => `${chain} ${seq} ${what}`}
      columns={[
        { title: say('column.chain'), render: ({ chain }) => <ChainName chain={chain} /> },
        { title: say('column.seq'), isRight: true, render: ({ seq }) => seq },
        {
          title: say('verify.what'),
          render: ({ what }) => <StatusTag tone="harm">{say(`trouble.${what}`)}</StatusTag>,
        },
      ]}
    />
  );
}
