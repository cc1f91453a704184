import { useMe } from '../../house.ts';
import { Checklist } from '../../parts/checklist.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useGate, type Gate } from './queries.ts';
import { words } from './words.ts';

type GateParts = { readonly merchantId: string; readonly terminalId: string };

/** Everything that must be true before this terminal trades, and who has the move. */
export function GateView({ merchantId, terminalId }: GateParts) {
  const say = useSay(words);
  return (
    <Section title={say('gate.title')}>
      <Loaded query={useGate(merchantId)}>
        {(gate) => <Items gate={gate} terminalId={terminalId} />}
      </Loaded>
    </Section>
  );
}

function Items({ gate, terminalId }: { gate: Gate; terminalId: string }) {
  const say = useSay(words);
  const word = useWord();
  const role = useMe()?.role;
  // The self test is each terminal's own; the rest is the merchant's.
  const own = gate.terminals.find((terminal) => terminal.terminalId === terminalId);
  return (
    <Checklist
      label={say('gate.label')}
      items={gate.items.map(({ item, ok, who }) => {
        const isDone = ok && !own?.missing.includes(item);
        const name = who === role ? say('gate.you') : word(`role.${who}`);
        return {
          key: item,
          label: word(`terminals.gate.${item}`),
          isDone,
          ...(isDone ? {} : { hint: say('gate.who', { who: name }) }),
        };
      })}
    />
  );
}
