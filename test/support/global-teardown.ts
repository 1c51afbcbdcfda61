import { rmSync } from 'node:fs';
import { running } from './running.ts';

/** Stops what global-setup.ts started, and leaves no files behind. */
export default async function globalTeardown(): Promise<void> {
  await Promise.all(running.stops.splice(0).map((stop) => stop()));
  if (running.dir !== undefined) rmSync(running.dir, { recursive: true, force: true });
}
