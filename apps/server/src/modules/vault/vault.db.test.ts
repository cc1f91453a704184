import { readFile as readBytes, stat, writeFile } from 'node:fs/promises';
import { api } from '@kaitong/contract';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { putFile } from './put-file.ts';
import { readFile } from './read-file.ts';
import { routes } from './routes.ts';
import { pathOf } from './shelf.ts';

const test = testDatabase();
const SECRET_TEXT = 'a-text-that-must-not-be-seen-on-disk';
let world: World;
let photo: Buffer;

beforeAll(async () => {
  world = makeWorld(test);
  photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#123' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: SECRET_TEXT } })
    .toBuffer();
});

const put = async (owner = 'usr_me', kind = 'idFront') =>
  world.transact(async (tx) =>
    putFile(tx, world.ask('owner', { id: owner }), {
      services: world.services,
      owner,
      kind,
      bytes: photo,
      name: '身份证.jpg',
    }),
  );

const open = async (fileId: string) =>
  world.transact(async (tx) =>
    readFile(tx, world.system(), { services: world.services, fileId, purpose: 'test' }),
  );

const me = () => world.ask('owner', { id: 'usr_me' });

/** Calls a route as its edge does, without HTTP. */
async function call(path: string, ask: Ask, input: object): Promise<never> {
  const route = routes(world.services).find(({ endpoint }) => endpoint.path === path);
  const given = { params: {}, query: {}, ...input } as never;
  if (route?.how === 'handle') return (await route.run(test.db, ask, given)) as never;
  return world.transact(async (tx) => (await route?.run(tx, ask, given)) as never);
}

describe('a kept file', () => {
  it('comes back as it was', async () => {
    const { fileId, sha256, ...seen } = await put();
    expect(seen).toEqual({ type: 'image/jpeg', size: photo.length, width: 64, height: 48 });
    const opened = await open(fileId);
    expect(Buffer.from(opened.bytes).equals(photo)).toBe(true);
    expect(opened).toMatchObject({ type: 'image/jpeg', name: '身份证.jpg', sha256 });
  });

  it('lies encrypted on disk, for nobody else to read or run', async () => {
    const { fileId } = await put();
    const path = pathOf(world.services.config.data, fileId);
    const stored = await readBytes(path);
    expect(photo.includes(SECRET_TEXT)).toBe(true);
    expect(stored.includes(SECRET_TEXT)).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('does not open when a byte was changed, or when files were swapped', async () => {
    const [a, b] = [await put(), await put()];
    const { data } = world.services.config;
    const [pathA, pathB] = [pathOf(data, a.fileId), pathOf(data, b.fileId)];
    const bytes = await readBytes(pathA);
    await writeFile(pathB, bytes);
    await expect(open(b.fileId)).rejects.toThrow('changed on disk');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await writeFile(pathA, bytes);
    await expect(open(a.fileId)).rejects.toThrow('changed on disk');
  });

  it('tells the audit that it was kept and opened, and why', async () => {
    const { fileId, sha256 } = await put();
    await open(fileId);
    const { rows } = await sql`
      select type, payload from audit_record where payload->>'fileId' = ${fileId}
      order by seq`.execute(test.db);
    expect(rows).toEqual([
      { type: 'file.kept', payload: { fileId, kind: 'idFront', sha256 } },
      { type: 'file.opened', payload: { fileId, purpose: 'test' } },
    ]);
  });

  it('leaves no row when it is refused', async () => {
    const page = Buffer.from('<html>not a picture</html>');
    await expect(
      world.transact(async (tx) =>
        putFile(tx, world.system(), {
          services: world.services,
          owner: 'usr_hostile',
          kind: 'photo',
          bytes: page,
          name: 'photo.jpg',
        }),
      ),
    ).rejects.toMatchObject({ code: 'file.type' });
    const { rows } = await sql`select 1 from kept_file where owner = 'usr_hostile'`.execute(
      test.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('over HTTP', () => {
  const content = '/v1/documents/:id/content';

  it('an upload is kept for its sender and described', async () => {
    const file = { bytes: photo, name: '../x.jpg' };
    const reply = (await call('/v1/documents', me(), { body: { kind: 'photo' }, file })) as {
      id: string;
    };
    expect(reply).toMatchObject({ kind: 'photo', name: 'x.jpg', type: 'image/jpeg', width: 64 });
    expect(() => api.vault.keepDocument.reply.encode(reply as never)).not.toThrow();
    expect(await call('/v1/documents/:id', me(), { params: { id: reply.id } })).toEqual(reply);
  });

  it('the preview has lost its hidden facts, the content has not', async () => {
    const { fileId: id } = await put();
    const whole = (await call(content, me(), { params: { id } })) as { bytes: Buffer };
    const small = (await call(content, me(), { params: { id }, query: { preview: true } })) as {
      bytes: Buffer;
      type: string;
    };
    expect(whole.bytes.includes(SECRET_TEXT)).toBe(true);
    expect(small.bytes.includes(SECRET_TEXT)).toBe(false);
    expect(small.type).toBe('image/jpeg');
  });

  it.each(['reviewer', 'risk', 'auditor'] as const)(
    'an identity card opens for %s',
    async (role) => {
      const { fileId: id } = await put();
      expect(await call(content, world.ask(role), { params: { id } })).toMatchObject({
        type: 'image/jpeg',
      });
    },
  );

  it.each(['owner', 'support', 'finance', 'technician', 'admin'] as const)(
    'an identity card does not exist for another %s',
    async (role) => {
      const { fileId: id } = await put();
      await expect(call(content, world.ask(role), { params: { id } })).rejects.toMatchObject({
        code: 'request.notFound',
      });
    },
  );

  it('an unknown file is not found', async () => {
    await expect(call(content, me(), { params: { id: 'doc_none' } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
  });

  it('a PDF has no preview', async () => {
    const bytes = Buffer.from('%PDF-1.4\n%%EOF\n');
    const { id } = (await call('/v1/documents', me(), {
      body: { kind: 'evidence' },
      file: { bytes, name: 'a.pdf' },
    })) as { id: string };
    await expect(
      call(content, me(), { params: { id }, query: { preview: true } }),
    ).rejects.toMatchObject({ code: 'file.noPreview' });
  });
});
