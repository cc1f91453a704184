/** Every rule of money, held against the whole book this moment; what breaks one is shown at once. */
import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Grid } from '../../parts/desk/detail.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { StatusTag, ToneShape } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useInvariants, type Invariant } from './queries.ts';
import { words } from './words.ts';

export function InvariantsView() {
  const say = useSay(words);
  const found = useInvariants();
  return (
    <Loaded query={found} lines={12}>
      {({ checkedAt, rows }) => {
        const broken = rows.filter(({ holds }) => !holds);
        return (
          <div className="invariants">
            <Callout
              isLive
              tone={broken.length === 0 ? 'done' : 'harm'}
              title={
                broken.length === 0
                  ? say('invariants.hold', { count: rows.length })
                  : say('invariants.broken', { count: broken.length, all: rows.length })
              }
            >
              <p className="quiet">
                {say('invariants.checkedAt')} <When at={checkedAt} />
              </p>
            </Callout>
            <Button loading={found.isFetching} onClick={() => void found.refetch()}>
              {say('invariants.again')}
            </Button>
            <ol className="invariant-list">
              {[...broken, ...rows.filter(({ holds }) => holds)].map((row) => (
                <Rule key={row.id} row={row} />
              ))}
            </ol>
          </div>
        );
      }}
    </Loaded>
  );
}

function Rule({ row: { id, says, holds, broken, samples } }: { row: Invariant }) {
  const say = useSay(words);
  return (
    <li data-broken={!holds || undefined}>
      <span className="invariant-line">
        <ToneShape tone={holds ? 'done' : 'harm'} />
        <span className="figures quiet">{id}</span>
        <span>{says}</span>
        {holds ? (
          <span className="quiet">{say('invariants.holds')}</span>
        ) : (
          <StatusTag tone="harm">{say('invariants.count', { count: broken })}</StatusTag>
        )}
      </span>
      {samples.length > 0 && <Samples label={says} samples={samples} />}
    </li>
  );
}

/** The first rows that break it, as the database has them: whoever mends it needs exactly that. */
function Samples({ label, samples }: { label: string; samples: Invariant['samples'] }) {
  const names = Object.keys(samples[0] ?? {});
  return (
    <Grid
      label={label}
      rows={samples}
      keyOf={(sample) => JSON.stringify(sample)}
      columns={names.map((name) => ({
        title: name,
        render: (sample: Invariant['samples'][number]) => (
          <code className="id-text">{sample[name] ?? '–'}</code>
        ),
      }))}
    />
  );
}
