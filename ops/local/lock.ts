import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process, told apart from a later one with the same number. */
export interface Holder {
  readonly pid: number;
  /** The kernel's start time of that process: a pid is given out again, the pair is not. Null where unknown. */
  readonly started: string | null;
}

/** Takes the lock file for this process, or returns null where a living process holds it. */
export function tryLock(path: string): (() => void) | null {
  const mine = `${path}.${process.pid}`;
  const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
  // Written aside and linked, so that nobody ever reads a half-written lock.
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
  try {
    if (!isHeld(path)) rmSync(path, { force: true });
    linkSync(mine, path);
    return () => rmSync(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Runs `work` while holding the lock; `onWait` is called once when somebody else has it. */
export async function withLock<T>(path: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  let release = tryLock(path);
  if (!release) onWait();
  while (!release) {
    await sleep(500);
    release = tryLock(path);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** Whether a living process holds the lock; one that was killed does not. */
export function isHeld(path: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(path, 'utf8')) as Holder);
  } catch {
    return false;
  }
}

/** Whether that very process still runs, and not another that was given its number. */
export function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === startOf(pid);
}

/** The kernel's start time of a process; null where the system does not tell or the process is gone. */
export function startOf(pid: number): string | null {
  try {
    // The name between brackets may hold spaces; state is the first field after it, the start time the 20th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' && hasEnded(pid) ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** A process whose first thread is gone holds its ports until the others are gone too. */
function hasEnded(pid: number): boolean {
  return readdirSync(`/proc/${pid}/task`).length <= 1;
}
