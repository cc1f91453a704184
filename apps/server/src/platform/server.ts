import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { TERMINAL_HEADERS, type Endpoint } from '@kaitong/contract';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { z } from 'zod';
import { actorKey, type Actor, type Ask } from './ask.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import { fingerprintOf, keyBook, noKeys } from './http-keys.ts';
import {
  runRoute,
  type FileReply,
  type Input,
  type KeyBook,
  type Route,
  type UploadedFile,
} from './http.ts';
import type { Log } from './log.ts';
import { langOf, localeOf, toProblem } from './problems.ts';
import { refuse } from './refuse.ts';

const BODY_MAX = 1024 * 1024;
const UPLOAD_MAX = 10 * 1024 * 1024;
const UPLOAD_FIELDS_MAX = 20;
const REQUESTS_PER_MINUTE = 3000;
export const SESSION_COOKIE = 'kaitong_session';

export type Edge = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Cookies only over TLS: true in live mode. */
  readonly secure: boolean;
  readonly authenticate: (token: string) => Promise<Actor | undefined>;
  /** Absent where no terminal speaks JSON. */
  readonly authenticateTerminal?: (signed: SignedRequest) => Promise<Actor>;
};

/** A request that says which terminal signed it; whether that is so, `authenticateTerminal` finds out. */
export type SignedRequest = {
  readonly terminalNo: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly nonce: string;
  readonly signature: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
};

/** The HTTP server with its guards; routes are mounted on it by `mount`. */
export async function createServer(edge: Edge): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = edge.log;
  const app = fastify({
    loggerInstance,
    bodyLimit: BODY_MAX,
    logController: new LogController({ disableRequestLogging: true }),
  });
  await app.register(helmet, { contentSecurityPolicy: { directives: CSP } });
  await app.register(cookie);
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' });
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_MAX, files: 1, fields: UPLOAD_FIELDS_MAX, fieldSize: 4096 },
  });
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, next) => {
    next(null, text);
  });
  app.setErrorHandler(async (error, request, reply) => {
    const problem = toProblem(error, { lang: langOf(request.headers), requestId: request.id });
    if (problem.status >= 500) edge.log.error({ err: error, requestId: request.id }, 'fault');
    await reply.code(problem.status).type('application/problem+json').send(problem);
  });
  return app;
}

// antd writes its styles at run time; scripts come only from our own files.
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'self'", 'blob:'],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
};

export function mount(app: FastifyInstance, edge: Edge, routes: readonly Route[]): void {
  for (const route of routes) {
    app.route({
      method: route.endpoint.method,
      url: route.endpoint.path,
      handler: async (request, reply) => answer(edge, route, { request, reply }),
    });
  }
}

/** The token goes to programs in the reply, and to browsers in a cookie that no script can read. */
function keepSession(
  edge: Edge,
  { session }: Endpoint,
  { reply, value }: { reply: FastifyReply; value: unknown },
): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: edge.secure } as const;
  if (session === 'opens')
    reply.setCookie(SESSION_COOKIE, (value as { token: string }).token, options);
  if (session === 'closes') reply.clearCookie(SESSION_COOKIE, options);
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

async function answer(edge: Edge, route: Route, { request, reply }: Exchange): Promise<unknown> {
  const { endpoint } = route;
  const lang = langOf(request.headers);
  const by = await actorOf(edge, endpoint, request);
  mustBeAllowed(endpoint, by);
  const input = await inputOf(endpoint, request);
  const ask: Ask = { by, now: edge.clock.now(), lang, ...keyOf(request) };
  const keys = keysOf(endpoint, ask, input);
  const outcome = await runRoute(edge.db, route, { ask, input, keys });
  if (outcome.replayed) reply.header('idempotent-replayed', 'true');
  keepSession(edge, endpoint, { reply, value: outcome.value });
  if (endpoint.kind === 'file') return sendFile(reply, outcome.value as FileReply);
  reply.header('cache-control', 'no-store');
  return reply.type('application/json').send(JSON.stringify(outcome.value ?? { ok: true }));
}

async function actorOf(edge: Edge, endpoint: Endpoint, request: FastifyRequest): Promise<Actor> {
  if (endpoint.access === 'terminal') return terminalOf(edge, request);
  const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[SESSION_COOKIE];
  if (token === undefined) return { kind: 'nobody' };
  if (bearer === undefined && endpoint.method !== 'GET') mustBeSameOrigin(request);
  return (await edge.authenticate(token)) ?? { kind: 'nobody' };
}

/** A person's session is no signature, and the other way round. */
async function terminalOf(edge: Edge, request: FastifyRequest): Promise<Actor> {
  const [terminalNo, timestamp, nonce, signature] = [
    headerOf(request, 'terminalNo', /^\d{8}$/),
    headerOf(request, 'timestamp', /^\d{10}$/),
    headerOf(request, 'nonce', /^[0-9A-Za-z_-]{16,64}$/),
    headerOf(request, 'signature', /^[0-9a-f]{64}$/),
  ];
  const isSigned = terminalNo && timestamp && nonce && signature;
  if (!isSigned || !edge.authenticateTerminal) throw refuse('access.signatureNeeded');
  return edge.authenticateTerminal({
    terminalNo,
    timestamp: Number(timestamp),
    nonce,
    signature,
    method: request.method,
    path: request.url,
    body: typeof request.body === 'string' ? request.body : '',
  });
}

function headerOf(
  { headers }: FastifyRequest,
  name: keyof typeof TERMINAL_HEADERS,
  form: RegExp,
): string | undefined {
  const value = headers[TERMINAL_HEADERS[name]];
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

/** A cookie travels by itself; a page of another site may not make it act. */
function mustBeSameOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (origin === undefined) return;
  // `null` comes from sandboxed frames and local files: not ours.
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (host !== request.headers.host) throw refuse('access.forbidden', { role: origin });
}

function mustBeAllowed({ access }: Endpoint, by: Actor): void {
  if (access === 'public' || access === 'connector') return;
  if (access === 'terminal' && by.kind === 'terminal') return;
  if (by.kind !== 'user') throw refuse('access.signInNeeded');
  if (access === 'terminal') throw refuse('access.signatureNeeded');
  if (access !== 'signedIn' && !access.includes(by.role))
    throw refuse('access.forbidden', { role: by.role });
}

async function inputOf(endpoint: Endpoint, request: FastifyRequest): Promise<Input> {
  if (/%00/.test(request.url)) throw refuse('request.malformed', { reason: 'NUL' });
  const locale = localeOf(langOf(request.headers));
  const raw = typeof request.body === 'string' ? request.body : '';
  const { fields, file } =
    endpoint.kind === 'upload'
      ? await readUpload(request)
      : { fields: parseJson(raw), file: NO_FILE };
  const parse = (shape: z.ZodType | undefined, value: unknown): unknown =>
    shape?.parse(value, { error: locale });
  return {
    params: parse(endpoint.params, request.params) as never,
    query: parse(endpoint.query, request.query) as never,
    body: parse(endpoint.body, fields) as never,
    file,
    raw,
    headers: request.headers,
  };
}

const NO_FILE: UploadedFile = { name: '', bytes: new Uint8Array() };

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text, withoutPrototype);
  } catch {
    throw refuse('request.malformed', { reason: 'JSON' });
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new SyntaxError('hostile key');
  // PostgreSQL keeps no NUL in a text: refused here, it is a 400 and not a fault of ours.
  if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('NUL');
  return value;
}

async function readUpload(
  request: FastifyRequest,
): Promise<{ fields: Record<string, string>; file: UploadedFile }> {
  if (!request.isMultipart()) throw refuse('request.malformed', { reason: 'multipart/form-data' });
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
    else fields[part.fieldname] = String(part.value);
  }
  if (!file) throw refuse('request.malformed', { reason: 'file' });
  return { fields, file };
}

function keyOf(request: FastifyRequest): { key?: string } {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length > 0 && key.length <= 255 ? { key } : {};
}

function keysOf(endpoint: Endpoint, ask: Ask, input: Input): KeyBook {
  const { reply } = endpoint;
  const encode = (value: unknown): unknown => (reply ? z.encode(reply, value) : value);
  // A terminal's own serial number makes its request one.
  if (endpoint.access === 'terminal') return noKeys(encode);
  // A session's token must not lie in the book of answered requests.
  if (endpoint.method !== 'POST' || endpoint.access === 'connector' || endpoint.session)
    return noKeys(encode);
  if (ask.key === undefined) {
    if (endpoint.access === 'public') return noKeys(encode);
    throw refuse('request.keyMissing');
  }
  const route = `${endpoint.method} ${endpoint.path}`;
  const content = [JSON.stringify(input.params ?? null), input.raw, input.file.bytes];
  if (endpoint.kind === 'upload') content.push(JSON.stringify(input.body ?? null));
  return keyBook(
    { actor: actorKey(ask.by), route, key: ask.key },
    { fingerprint: fingerprintOf(content), encode },
  );
}

async function sendFile(reply: FastifyReply, file: FileReply): Promise<unknown> {
  return (
    reply
      .header('cache-control', 'no-store')
      // Whatever a stranger uploaded: shown, but never run, and not as a page of ours.
      .header(
        'content-security-policy',
        "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
      )
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .type(file.type)
      .send(Buffer.from(file.bytes))
  );
}
