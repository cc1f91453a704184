/** Runs programs and says how long things take. Plain Node: used before any library is installed. */
import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Runs one program to its end and keeps what it prints.
 *
 * It gets no input, so it can not wait for an answer, and a group of its own, so that ending it ends
 * its children too.
 */
export function run(command, args, { cwd, env = {}, timeLimit_s = 900 }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    running.add(child);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nstopped: it took longer than ${timeLimit_s} s\n`));
      stop(child);
    }, timeLimit_s * 1000);
    const end = (code, trouble = '') => {
      clearTimeout(timer);
      running.delete(child);
      const output = Buffer.concat(chunks).toString('utf8') + trouble;
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Shows one line while work lasts: what it is and how many seconds it took. */
export async function progress(what, work) {
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  process.stdout.write(`${what} … `);
  const tick = () => process.stdout.write(`\r${what} … ${seconds()}`);
  const timer = process.stdout.isTTY ? setInterval(tick, 1000) : undefined;
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.stdout.write(process.stdout.isTTY ? `\r${what} … ${seconds()}\n` : `${seconds()}\n`);
  }
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => {
    running.forEach(stop);
    process.exit(code);
  });
