import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, momentShape } from '../shapes.ts';

/** A kept file: what it is by its content, never by its name. */
const file = z.object({
  id: z.string(),
  kind: z.string(),
  /** As the sender called it; for show only. */
  name: z.string(),
  type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  size: z.int(),
  sha256: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
  at: momentShape,
});

export const endpoints = {
  keepDocument: endpoint({
    method: 'POST',
    path: '/v1/documents',
    summary: 'Keeps a photo or a PDF, encrypted, to be named later in a case, a ticket or a visit.',
    access: 'signedIn',
    kind: 'upload',
    body: z.object({ kind: z.enum(['photo', 'evidence', 'material']).default('photo') }),
    reply: file,
    refusals: ['file.type', 'file.broken', 'file.tooManyPixels', 'file.empty', 'request.tooLarge'],
  }),
  document: endpoint({
    method: 'GET',
    path: '/v1/documents/:id',
    summary: 'Says what a kept file is.',
    access: 'signedIn',
    params: idParams,
    reply: file,
    refusals: ['request.notFound'],
  }),
  documentContent: endpoint({
    method: 'GET',
    path: '/v1/documents/:id/content',
    summary:
      'Gives the file, or with preview=1 a smaller JPEG without its hidden facts; each look is recorded.',
    access: 'signedIn',
    kind: 'file',
    params: idParams,
    query: z.object({ preview: z.stringbool().optional() }),
    refusals: ['request.notFound', 'file.noPreview'],
  }),
} as const;
