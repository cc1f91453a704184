import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/migrate';
import { startCluster } from '#platform/postgres';

/** Vitest's global setup: one PostgreSQL for the run, and one migrated database that tests clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'kaitong-test-'));
  const cluster = await startCluster({ dir, disposable: true });
  try {
    const client = new pg.Client(cluster.url('postgres'));
    await client.connect();
    await client.query('create database template_kaitong');
    await client.end();
    await migrate(cluster.url('template_kaitong'), new URL('../../migrations/', import.meta.url));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('clusterUrl', cluster.url('postgres'));
  return async () => cluster.stop();
}
