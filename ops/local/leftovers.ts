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

/** Ends the processes of a stack that was killed itself; how many there were. */
export async function endLeftovers(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  const left = (JSON.parse(readFileSync(file, 'utf8')) as Holder[]).filter(isAlive);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  const deadline = Date.now() + killMs;
  while (left.some(isAlive) && Date.now() < deadline) await sleep(50);
  rmSync(file, { force: true });
  return left.length;
}
