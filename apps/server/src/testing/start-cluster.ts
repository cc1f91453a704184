/** A program for tests: starts a cluster on a folder, says where it listens, and stays. */
import { startCluster } from '#platform/postgres';

const [dir = '', kind] = process.argv.slice(2);
const cluster = await startCluster({ dir, disposable: kind === 'disposable' });
process.stdout.write(`${cluster.url('postgres')}\n`);
setInterval(() => {}, 60_000);
