import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file for the owner alone; a reader sees the old one or the whole new one. */
export function writeAtomically(path: string, content: string): void {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, content, { mode: 0o600 });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
