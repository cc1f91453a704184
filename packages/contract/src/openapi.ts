import { z } from 'zod';
import { api } from './api.ts';
import { TERMINAL_HEADERS, type Access, type Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';

/** Every endpoint in a list, for those who mount, test or draw them all. */
export const allEndpoints: readonly { readonly name: string; readonly endpoint: Endpoint }[] =
  Object.entries(api).flatMap(([noun, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([verb, endpoint]) => ({
      name: `${noun}.${verb}`,
      endpoint,
    })),
  );

/** The public API as OpenAPI 3.1, drawn from the same values that the server obeys. */
export function openApi(): object {
  const shared: Shared = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const { name, endpoint } of allEndpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(name, endpoint, shared),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaitong 开通',
      version: 'v1',
      description:
        'From "I need a POS terminal" to money in the bank. Amounts are strings of minor units (fen). ' +
        'Every POST of a signed-in person carries an Idempotency-Key. Errors are problem+json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, shared), ...shared },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        terminal: {
          type: 'apiKey',
          in: 'header',
          name: TERMINAL_HEADERS.signature,
          description:
            `HMAC-SHA-256 in hex under the terminal's key over ${TERMINAL_HEADERS.timestamp}, ` +
            `${TERMINAL_HEADERS.nonce}, method and path, and body, with line feeds between; ` +
            `${TERMINAL_HEADERS.terminalNo} says whose.`,
        },
      },
    },
  };
}

/** Shapes that carry an id (`.meta({ id })`) stand once, under components. */
type Shared = Record<string, object>;

function operation(name: string, e: Endpoint, shared: Shared): object {
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: e.summary,
    description: whoMay(e.access),
    ...securityOf(e.access),
    parameters: [
      ...parameters('path', { shape: e.params, shared }),
      ...parameters('query', { shape: e.query, shared }),
      ...key(e),
    ],
    ...(e.body || e.kind === 'upload' ? { requestBody: requestBody(e, shared) } : {}),
    responses: {
      200: success(e, shared),
      default: {
        description: `Refused${e.refusals ? `: ${e.refusals.join(', ')}` : ''}`,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function securityOf(access: Access): object {
  if (access === 'public' || access === 'connector') return {};
  return { security: [access === 'terminal' ? { terminal: [] } : { session: [] }] };
}

function whoMay(access: Access): string {
  if (access === 'public') return 'Anyone may call it.';
  if (access === 'signedIn') return 'Any signed-in person may call it.';
  if (access === 'connector') return 'For outside parties, signed with their key.';
  if (access === 'terminal') return 'For terminals that speak JSON, signed with their key.';
  return `For: ${access.join(', ')}.`;
}

function key(e: Endpoint): object[] {
  if (e.method !== 'POST') return [];
  if (e.access === 'terminal') return [];
  const required = e.access !== 'public' && e.access !== 'connector';
  return [
    { name: 'Idempotency-Key', in: 'header', required, schema: { type: 'string', maxLength: 255 } },
  ];
}

function parameters(
  where: 'path' | 'query',
  { shape, shared }: { shape: z.ZodType | undefined; shared: Shared },
): object[] {
  if (!shape) return [];
  const json = schemaOf(shape, shared) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema,
  }));
}

function requestBody(e: Endpoint, shared: Shared): object {
  if (e.kind !== 'upload')
    return {
      required: true,
      content: { 'application/json': { schema: schemaOf(e.body, shared) } },
    };
  const fields = e.body ? (schemaOf(e.body, shared) as { properties?: object }).properties : {};
  const properties = {
    ...fields,
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
  };
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', properties } } },
  };
}

function success(e: Endpoint, shared: Shared): object {
  if (e.kind === 'file') return { description: 'The file.', content: { '*/*': {} } };
  return {
    description: 'Done.',
    content: { 'application/json': { schema: schemaOf(e.reply, shared) } },
  };
}

function schemaOf(shape: z.ZodType | undefined, shared: Shared): object {
  if (!shape) return {};
  const json = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  const {
    $schema: _,
    $defs,
    ...schema
  } = JSON.parse(JSON.stringify(json).replaceAll('#/$defs/', '#/components/schemas/')) as Record<
    string,
    object
  >;
  Object.assign(shared, $defs);
  return schema;
}
