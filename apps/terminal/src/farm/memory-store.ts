/** The memory of a farm's terminal: it can lose its power, and be tampered with. */
import type { TerminalState, TerminalStore } from '@kaitong/terminal';

export class MemoryStore implements TerminalStore {
  #text: string | undefined;
  /** Saves until the power goes; it comes back when somebody loads. */
  #left = Infinity;

  async load(): Promise<TerminalState | undefined> {
    this.#left = Infinity;
    return this.state;
  }

  async save(state: TerminalState): Promise<void> {
    this.#left -= 1;
    if (this.#left < 0) throw new PowerFailed('power failed');
    this.#text = JSON.stringify(state);
  }

  get state(): TerminalState | undefined {
    return this.#text === undefined ? undefined : (JSON.parse(this.#text) as TerminalState);
  }

  failAfter(saves: number): void {
    this.#left = saves;
  }

  /** Somebody, or a broken chip, changes what it remembers. */
  tamper(change: (state: TerminalState) => TerminalState): void {
    const { state } = this;
    if (state !== undefined) this.#text = JSON.stringify(change(state));
  }
}

export class PowerFailed extends Error {
  override name = 'PowerFailed';
}
