import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { openApi } from '@kaitong/contract';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { langOf, toProblem } from '#platform/problems';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';

const web = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const YEAR_S = 31_536_000;

/** What browsers get: the web app, the API description and its readable page. */
export async function pages(server: FastifyInstance, { log }: Services): Promise<void> {
  const description = openApi();
  server.get('/v1/openapi.json', async () => description);
  await server.register(scalar, {
    routePrefix: '/docs',
    configuration: { url: '/v1/openapi.json', withDefaultFonts: false, telemetry: false },
  });
  // The reference page brings scripts and styles of its own, inline.
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/docs'))
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
      );
  });
  const built = existsSync(`${web}index.html`);
  if (built) await serveWeb(server);
  else log.warn('the web app is not built: run npm start, or npm run build -w apps/web');
  server.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(v1|sandbox|docs|assets)\//.test(request.url);
    if (built && isPage) return reply.sendFile('index.html', { maxAge: 0, immutable: false });
    const asked = { lang: langOf(request.headers), requestId: request.id };
    const problem = toProblem(refuse('request.notFound'), asked);
    return reply.code(404).type('application/problem+json').send(problem);
  });
}

async function serveWeb(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: web,
    // File names carry a hash of their content, so they may be kept for ever; index.html may not.
    maxAge: YEAR_S * 1000,
    immutable: true,
    setHeaders: (reply, path: string) => {
      if (path.endsWith('.html')) reply.header('cache-control', 'no-cache');
    },
  });
}
