/**
 * The memory of a terminal in a file that only its owner reads. Written beside and renamed, with the
 * bytes on disk before the name is: after a loss of power the file is the old one or the new one.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TerminalState, TerminalStore } from '@kaitong/terminal';
import { Trouble } from './trouble.ts';

/** Where the host listens; kept beside the state, because activation says it. */
export type Address = { readonly host: string; readonly port: number };

type Kept = { readonly address?: Address; readonly state?: TerminalState };

export class FileStore implements TerminalStore {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async load(): Promise<TerminalState | undefined> {
    return (await this.#read()).state;
  }

  async save(state: TerminalState): Promise<void> {
    await this.#write({ ...(await this.#read()), state });
  }

  async address(): Promise<Address | undefined> {
    return (await this.#read()).address;
  }

  async saveAddress(address: Address): Promise<void> {
    await this.#write({ ...(await this.#read()), address });
  }

  async #read(): Promise<Kept> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
    try {
      return JSON.parse(text) as Kept;
    } catch (cause) {
      throw new Trouble('stateBroken', { path: this.path }, { cause });
    }
  }

  async #write(kept: Kept): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const beside = `${this.path}.new`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(kept));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path);
  }
}
