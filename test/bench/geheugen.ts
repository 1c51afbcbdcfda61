import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const elkeMs = 50;
/** Hundredths of a second of processor time that processes without work take in a quarter of a second. */
const rustigeTikken = 5;

/** Watches the resident memory of this process's children, each known by the script that it runs. */
export class Geheugen<Naam extends string> {
  readonly #processen: readonly (readonly [Naam, number])[];
  readonly #pieken = new Map<Naam, number>();
  readonly #klok: NodeJS.Timeout;

  constructor(scripts: Readonly<Record<Naam, string>>) {
    this.#processen = Object.entries<string>(scripts).map(
      ([naam, script]) => [naam as Naam, vindKind(script)] as const,
    );
    this.#klok = setInterval(() => this.#meet(), elkeMs);
  }

  /** The peaks since the beginning, in bytes. */
  pieken(): Readonly<Record<Naam, number>> {
    this.#meet();
    return Object.fromEntries(this.#pieken) as Record<Naam, number>;
  }

  /** The same, for the last time. */
  stop(): Readonly<Record<Naam, number>> {
    clearInterval(this.#klok);
    return this.pieken();
  }

  /** Until none of them has anything to do: what one upload leaves behind is not to be measured with the next. */
  async totRustig(): Promise<void> {
    for (let vorige = NaN, rustig = 0; rustig < 4;) {
      await sleep(250);
      const tikken = this.#processen.reduce((som, [, pid]) => som + processortikken(pid), 0);
      rustig = tikken - vorige <= rustigeTikken ? rustig + 1 : 0;
      vorige = tikken;
    }
  }

  #meet(): void {
    for (const [naam, pid] of this.#processen) {
      const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      this.#pieken.set(naam, Math.max(this.#pieken.get(naam) ?? 0, kilobytes * 1024));
    }
  }
}

function vindKind(script: string): number {
  for (const pid of readdirSync('/proc').filter((naam) => /^\d+$/.test(naam))) {
    try {
      const ouder = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (Number(ouder) !== process.pid) continue;
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script)) return Number(pid);
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error(`No child runs ${script}`);
}

/** Processor time that a process has used, in hundredths of a second (proc(5): utime and stime). */
function processortikken(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(velden[11]) + Number(velden[12]);
}
