import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { memoryEnv, nodeArgs } from '../../ops/local/um-programs.ts';

/** A process of the benchmark that answers each message with one message. */
export class Proces<Vraag extends object, Antwoord> {
  readonly #kind: ChildProcess;
  readonly #gestopt = new AbortController();

  /** `bestand`: a file beside this one. `alsApi`: with the settings of memory that the API has. */
  constructor(bestand: string, { alsApi = false } = {}) {
    this.#kind = fork(join(import.meta.dirname, bestand), {
      stdio: 'inherit',
      ...(alsApi && {
        execArgv: [...process.execArgv, ...nodeArgs.api],
        env: { ...process.env, ...memoryEnv },
      }),
    });
    this.#kind.once('exit', () => this.#gestopt.abort(new Error(`${bestand} stopped`)));
  }

  async vraag(vraag: Vraag): Promise<Antwoord> {
    this.#kind.send(vraag);
    const [antwoord] = (await once(this.#kind, 'message', { signal: this.#gestopt.signal })) as [Antwoord];
    return antwoord;
  }

  async stop(): Promise<void> {
    if (this.#gestopt.signal.aborted) return;
    const gestopt = once(this.#kind, 'exit');
    this.#kind.kill('SIGKILL');
    await gestopt;
  }
}
