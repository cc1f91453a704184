import type { Case } from './queries.ts';

/** What was asked and what was answered, in order. */
export function Trail({ trail }: { trail: Case['diagnosis']['trail'] }) {
  return (
    <ol className="trail">
      {trail.map(({ step, question, answer, at }) => (
        <li key={`${step}${at.getTime()}`}>
          <span className="quiet">{question}</span>
          <strong>{answer}</strong>
        </li>
      ))}
    </ol>
  );
}
