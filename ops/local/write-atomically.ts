import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file, for the owner alone unless `mode` says more; a reader sees the old one or the whole new one. */
export function writeAtomically(path: string, content: string | Uint8Array, mode = 0o600): void {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, content, { mode });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
