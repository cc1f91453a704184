/** Who it was: a person by role, a terminal by its label, or the house itself. */
import { TerminalName } from '../../parts/desk/names.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { AuditRecord } from './queries.ts';
import { words } from './words.ts';

export function Actor({ record: { actor, role } }: { record: AuditRecord }) {
  const say = useSay(words);
  const word = useWord();
  const [kind = '', id = ''] = actor.split(':');
  switch (kind) {
    case 'terminal':
      return (
        <>
          {say('actor.terminal')} <TerminalName id={id} />
        </>
      );
    case 'system':
    case 'connector':
      return (
        <>
          {say(`actor.${kind}`)} <span className="quiet">{id}</span>
        </>
      );
    case 'nobody':
      return say('actor.nobody');
    default:
      return (
        <>
          {role === null ? kind : word(`role.${role}`)}{' '}
          <code className="id-text">{id.slice(-6)}</code>
        </>
      );
  }
}
