/**
 * Beside every stack: stops its processes in order when the stack itself is gone without having done so (`kill -9`,
 * a closed terminal, no memory). It notices because the channel between them closes.
 */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stopLeftovers } from './leftovers.ts';
import type { StackHome } from './stack-home.ts';

/** Starts to watch over this process; what is returned ends the watch. */
export function startWatchdog({ processes, description }: StackHome): () => void {
  const watchdog = fork(fileURLToPath(import.meta.url), [processes, description], {
    // Ctrl-C in the terminal is not for it.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  watchdog.on('error', () => undefined);
  watchdog.unref();
  watchdog.channel?.unref();
  return () => {
    watchdog.kill('SIGKILL');
  };
}

if (import.meta.main) {
  const [processes = '', description = ''] = process.argv.slice(2);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.once('disconnect', () => {
    // Nobody should think that what is being stopped is up.
    rmSync(description, { force: true });
    void stopLeftovers(processes);
  });
}
