import { StatusTag } from '../../parts/status-tag.tsx';
import { useLang } from '../../words/language.ts';
import type { TerminalMessage } from './queries.ts';
import { toneOfMessage } from './tones.ts';

/** The answer code with its words; without one, what became of the message. */
export function Answer({ message }: { message: TerminalMessage }) {
  const lang = useLang();
  const { code, codeWords, outcomeWords } = message;
  return (
    <StatusTag tone={toneOfMessage(message)}>
      {code === undefined ? outcomeWords[lang] : `${code} ${codeWords?.[lang] ?? ''}`}
    </StatusTag>
  );
}
