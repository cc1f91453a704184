/** What a certification found, for people (Markdown) and for programs (JSON). */
import type { Packet } from './evidence.ts';
import type { Finding } from './lab.ts';

type Verdict = 'passed' | 'failed' | 'notOffered';

export type CaseResult = {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly packets: readonly Packet[];
  /** Why it stopped before its end. */
  readonly broke?: string;
};

export type Report = {
  readonly host: string;
  readonly terminalNo: string;
  readonly at: string;
  readonly passed: number;
  readonly failed: number;
  readonly notOffered: number;
  readonly cases: readonly CaseResult[];
};

const SIGNS: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✗', notOffered: '–' };

export function markdown(report: Report): string {
  const { host, terminalNo, at, passed, failed, notOffered } = report;
  return [
    `# Certification of ${host}`,
    '',
    `Terminal ${terminalNo}, ${at}. **${passed} passed, ${failed} failed, ${notOffered} not offered.**`,
    '',
    'Sections are those of docs/protocol.md. Card numbers, PIN blocks, keys and MACs are covered.',
    '',
    '| | Case | Section | Result |',
    '| --- | --- | --- | --- |',
    ...report.cases.map(row),
    '',
    ...report.cases.flatMap(chapter),
  ].join('\n');
}

function row({ id, title, section, verdict, findings }: CaseResult): string {
  const good = findings.filter(({ ok }) => ok).length;
  const anchor = `[${title}](#${id})`;
  return `| ${SIGNS[verdict]} | ${anchor} | ${section} | ${good} of ${findings.length} checks |`;
}

function chapter({ id, title, verdict, findings, packets, broke }: CaseResult): string[] {
  return [
    `## <a id="${id}"></a>${SIGNS[verdict]} ${title}`,
    '',
    ...findings.map(line),
    ...(broke === undefined ? [] : [`- ${broke}`]),
    '',
    ...packets.flatMap(evidence),
  ];
}

function line({ what, ok, level, saw }: Finding): string {
  const sign = ok ? '✓' : level === 'must' ? '✗' : '!';
  return `- ${sign} ${what}${ok || saw === '' ? '' : `: saw ${saw}`}`;
}

function evidence({ way, bytes, parts, error }: Packet): string[] {
  return [
    `<details><summary>${way}, ${bytes} bytes</summary>`,
    '',
    '```text',
    ...parts.map(({ path, name, shown }) => `${path.padEnd(10)} ${shown.padEnd(34)} ${name}`),
    ...(error === undefined ? [] : [`stopped: ${error}`]),
    '```',
    '',
    '</details>',
    '',
  ];
}
