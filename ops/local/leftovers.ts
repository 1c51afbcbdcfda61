import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startOf, type Holder } from './lock.ts';
import { writeAtomically } from './write-atomically.ts';

export interface ProcessRecord {
  add(pid: number): void;
  /** Everything has ended in order. */
  clear(): void;
}

const killMs = 15_000;
const stopMs = 25_000;

/** Writes down which processes belong to this stack, so that the next start finds those that were left behind. */
export function processRecord(file: string): ProcessRecord {
  const holders: Holder[] = [];
  return {
    add: (pid) => {
      holders.push({ pid, started: startOf(pid) });
      writeAtomically(file, JSON.stringify(holders.filter(isAlive)));
    },
    clear: () => rmSync(file, { force: true }),
  };
}

/** Stops the processes of a stack that is gone, in the opposite order of their start, each with time to finish. */
export async function stopLeftovers(file: string): Promise<void> {
  // Read once, at once: what a next start adds is not left over.
  for (const holder of readLeft(file).toReversed()) {
    if (!isAlive(holder)) continue;
    process.kill(holder.pid, 'SIGTERM');
    if (!(await endsWithin([holder], stopMs))) process.kill(holder.pid, 'SIGKILL');
  }
}

/** Ends the processes of a stack that was killed itself; how many there were. */
export async function endLeftovers(file: string): Promise<number> {
  const left = readLeft(file);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  await endsWithin(left, killMs);
  rmSync(file, { force: true });
  return left.length;
}

function readLeft(file: string): Holder[] {
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as Holder[]).filter(isAlive);
}

async function endsWithin(holders: readonly Holder[], ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (holders.some(isAlive)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
