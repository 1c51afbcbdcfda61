import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface Holder {
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
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    process.kill(holder.pid, 0);
    return holder.started === startOf(holder.pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  try {
    // The name between brackets may hold spaces; field 22 of the line is the 20th after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
