/** Draws what the program knows as pages to read. Pure: values in, Markdown out. */

/** A chart as `picture` of the platform gives it, with the words that people see for its states. */
export type ChartPage = {
  readonly chart: string;
  readonly initial: string;
  readonly nodes: readonly { readonly id: string; readonly final: boolean }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly event: string }[];
};

type Named = { readonly 'zh-Hans': string; readonly 'zh-Hant': string; readonly en: string };
export type NameOf = (key: string) => Named;

export type RefusalRow = Named & { readonly code: string; readonly status: number };
export type SettingRow = { readonly name: string; readonly meaning: string };

const DRAWN = '<!-- Drawn by `npm run docs`; a test fails when it is stale. -->';

/** What may happen to each thing, as Mermaid diagrams and their words. */
export function drawCharts(charts: readonly ChartPage[], nameOf: NameOf): string {
  const opening =
    'What may happen to each thing and nothing else: the server refuses every step that is not drawn ' +
    'here, and the live flow chart is drawn from the same charts.';
  return page('Charts', opening, charts.map((chart) => drawChart(chart, nameOf)).join('\n\n'));
}

function drawChart({ chart, initial, nodes, edges }: ChartPage, nameOf: NameOf): string {
  const lines = [
    'stateDiagram-v2',
    ...(initial === '' ? [] : [`  [*] --> ${initial}`]),
    ...edges.map(({ from, to, event }) => `  ${from} --> ${to} : ${event}`),
    ...nodes.filter(({ final }) => final).map(({ id }) => `  ${id} --> [*]`),
  ];
  const words = nodes.map(({ id }) => {
    const name = nameOf(`${chart}.${id}`);
    return [code(id), name['zh-Hans'], name['zh-Hant'], name.en];
  });
  const diagram = ['```mermaid', ...lines, '```'].join('\n');
  return [`## ${chart}`, diagram, table(['State', '简体', '繁體', 'English'], words)].join('\n\n');
}

/** Every way in which the house says no. */
export function drawRefusals(refusals: readonly RefusalRow[]): string {
  const rows = refusals.map((refusal) => [
    code(refusal.code),
    String(refusal.status),
    refusal['zh-Hans'],
    refusal['zh-Hant'],
    refusal.en,
  ]);
  const opening =
    'A refusal changes nothing. It answers with this HTTP status and code as `application/problem+json`, ' +
    'in the language that was asked for; `{name}` is filled with a fact.';
  return page('Refusals', opening, table(['Code', 'Status', '简体', '繁體', 'English'], rows));
}

/** Every setting of the environment. */
export function drawSettings(settings: readonly SettingRow[]): string {
  const rows = settings.map(({ name, meaning }) => [code(name), meaning]);
  const opening =
    'Read once, at the start, from the environment. What stands in brackets holds when nothing is set.';
  return page('Settings', opening, table(['Setting', 'What it does'], rows));
}

type Answers = {
  readonly rule: readonly Named[];
  readonly digits: readonly { readonly digit: string; readonly words: Named }[];
  readonly codes: readonly { readonly code: string; readonly words: Named }[];
};

/** How the card network of the sandbox answers an amount. */
export function drawAnswers({ rule, digits, codes }: Answers): string {
  const opening =
    'In the sandbox the amount decides how the card network answers: one table for cards, codes and ' +
    'terminals of every kind.';
  const parts = [
    table(['简体', '繁體', 'English'], rule.map(inThree)),
    '## What the last digit of the yuan adds',
    table(
      ['Digit', '简体', '繁體', 'English'],
      digits.map(({ digit, words }) => [code(digit), ...inThree(words)]),
    ),
    '## What the cents answer',
    table(
      ['Cents', '简体', '繁體', 'English'],
      codes.map((row) => [code(row.code), ...inThree(row.words)]),
    ),
  ];
  return page('Answers of the sandbox', opening, parts.join('\n\n'));
}

function inThree({ 'zh-Hans': simplified, 'zh-Hant': traditional, en }: Named): string[] {
  return [simplified, traditional, en];
}

function page(title: string, opening: string, body: string): string {
  return [`# ${title}`, DRAWN, opening, body, ''].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll(/[|<]/g, String.raw`\$&`).replaceAll('\n', ' ');
}

function code(text: string): string {
  return `\`${text}\``;
}
