import type { Options } from '../options.ts';
import { Trouble } from '../trouble.ts';

type Asked = { readonly print: (line: string) => void; readonly args: readonly string[] };

export async function certify(_: Options, { args }: Asked): Promise<number> {
  throw new Trouble('unknownCommand', { command: `certify ${args.join(' ')}` });
}
