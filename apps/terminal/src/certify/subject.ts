/** Who is being tested as: the terminal's numbers and keys, the card, and amounts that the host knows. */
import { readFile } from 'node:fs/promises';
import type { MacAlgorithm } from '@kaitong/iso8583';
import { z } from 'zod';
import { TEST_CARD } from '../cards.ts';
import { Trouble } from '../trouble.ts';

const hexKey = z.string().regex(/^[0-9A-Fa-f]{32}$/);

/** A file of terminal parameters, for a host that did not give them by activation. */
const subject = z.object({
  terminalNo: z.string().regex(/^[0-9A-Za-z]{8}$/),
  merchantNo: z.string().regex(/^[0-9A-Za-z]{15}$/),
  tmk: hexKey,
  tpdu: z
    .string()
    .regex(/^\d{10}$/)
    .default('6000030000'),
  header: z
    .string()
    .regex(/^\d{12}$/)
    .default('603100311000'),
  signInCode: z.enum(['001', '003', '004']).default('003'),
  macAlgorithm: z.custom<MacAlgorithm>((name) => typeof name === 'string').default('cupEcb'),
  /** The next trace number. */
  trace: z.int().min(1).max(999_999).default(1),
  card: z
    .object({ pan: z.string().regex(/^\d{13,19}$/), expiry: z.string().regex(/^\d{4}$/) })
    .default({ pan: TEST_CARD, expiry: '3012' }),
  /** Fen that the host approves; the tests take multiples of it. */
  approvedFen: z.int().min(1).default(1_000),
  /** Fen that the host declines, and with which code. */
  declined: z
    .object({ fen: z.int().min(1), code: z.string().length(2) })
    .default({ fen: 1_051, code: '51' }),
});

export type Subject = z.infer<typeof subject>;
export type SubjectInput = z.input<typeof subject>;

export function subjectFrom(given: SubjectInput, source: string): Subject {
  const read = subject.safeParse(given);
  if (read.success) return read.data;
  throw new Trouble('parametersBad', { path: source, why: z.prettifyError(read.error) });
}

export async function subjectIn(path: string): Promise<Subject> {
  try {
    return subjectFrom(JSON.parse(await readFile(path, 'utf8')) as SubjectInput, path);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('parametersBad', { path, why: String(cause) }, { cause });
  }
}
