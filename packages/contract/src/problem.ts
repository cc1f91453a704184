import { z } from 'zod';

/** What every refused request is answered with: RFC 9457 problem+json with a stable code. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
