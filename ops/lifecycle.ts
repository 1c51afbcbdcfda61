import type { Logger } from './logger.ts';

/** One thing that a process opened and has to close again. */
export interface Closer {
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** How long an ordered shutdown may take, in milliseconds, before the process ends anyway. */
const shutdownMs = 20_000;

/** Waits for SIGTERM or SIGINT; a second signal ends the process at once. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const ask = (signal: NodeJS.Signals) => {
      process.once('SIGTERM', () => process.exit(1));
      process.once('SIGINT', () => process.exit(1));
      resolve(signal);
    };
    process.once('SIGTERM', ask);
    process.once('SIGINT', ask);
  });
}

/** Closes what was opened, last opened first, each step logged; a step that fails does not stop the rest. */
export async function closeAll(opened: readonly Closer[], logger: Logger): Promise<void> {
  const deadline = setTimeout(() => {
    logger.error('Shutdown took too long');
    process.exit(1);
  }, shutdownMs);
  for (const { name, close } of opened.toReversed()) {
    await close().then(
      () => logger.debug({ name }, 'Closed'),
      (error: unknown) => logger.error({ err: error, name }, 'Closing failed'),
    );
  }
  clearTimeout(deadline);
}
