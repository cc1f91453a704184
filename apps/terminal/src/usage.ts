import { COMMANDS } from './commands.ts';

/** What `--help` says. */
export function usage(): string {
  const rows = Object.values(COMMANDS).map(({ usage: how, about }) => `  ${how}\n      ${about}`);
  return `npm run terminal -- --serial S [options] COMMAND …

${rows.join('\n')}
  status
      what the terminal knows and what waits
  slips
      the slips of the day, waiting or printed
  download parameters|caKeys|aids|contactless|noPinBins|noPinBlocked|blacklist|tms
      fetch one thing from the host
  farm --count N --scenario day --seed S [--url U] [--lanes L]
      many terminals against a house, with faults; ends with checks of both sides' books
  certify host HOST:PORT --serial S | --parameters FILE [--report FOLDER]
      walk the flows against any host and write a report (also: npm run certify -- host …)

Options
  --serial S          which terminal; its memory is ~/.kaitong/terminal-S.json
  --state FILE        another place for that memory
  --url URL           the house for activation (http://127.0.0.1:8080)
  --host H --port P   the card line; else what activation said
  --timeout SECONDS   how long to wait for an answer (30)
  --card N --expiry YYMM --entry swipe|chip|tap|manual --pin P
  --lang zh-Hans|zh-Hant|en
  --no-paper          the printer has none: slips wait
  --json              the result as JSON

Exit codes: 0 done, 1 the host said no, 2 wrong use, 3 nothing was sent, 4 nobody knows yet, 5 fault`;
}
