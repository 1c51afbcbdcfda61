/** A process of its own that does the bookkeeping of details and questions, so that several can do it at once. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { connect } from '../../db/connect.ts';
import { geefDetailVrij, leverDetail, reserveerDetail } from '../../db/detail-quotum.ts';
import type { Sleutel } from '../../db/detailvraag.ts';
import { recordEvent, type Gebeurtenis } from '../../db/gebeurtenissen.ts';
import { beeindigZoekvraag, type Einde } from '../../db/matches.ts';
import { stelZoekvraag, type NieuweZoekvraag } from '../../db/zoekvragen.ts';

const werk = {
  reserveer: (db: Knex, [sleutel, nu]: [Sleutel, string]) => reserveerDetail(db, sleutel, nu),
  async reserveerEnSluit(db: Knex, [sleutel, nu, lever]: [Sleutel, string, boolean]) {
    if ((await reserveerDetail(db, sleutel, nu)) !== 'gereserveerd') return 'geweigerd';
    if (lever) await leverDetail(db, sleutel, nu, () => true);
    else await geefDetailVrij(db, sleutel, 'vum-te-laat', nu);
    return lever ? 'geleverd' : 'vrijgegeven';
  },
  beeindig: (db: Knex, [einde]: [Einde]) => beeindigZoekvraag(db, einde),
  async stel(db: Knex, [vraag, vernieuwen]: [NieuweZoekvraag, boolean]) {
    const { row, nieuw } = await stelZoekvraag(db, vraag, vernieuwen);
    return { id: row.id, nieuw };
  },
  schrijf: (db: Knex, [event]: [Gebeurtenis]) => db.transaction((trx) => recordEvent(trx, event)),
};

type Werk = typeof werk;
type Opdracht = { [Wat in keyof Werk]: { wat: Wat; met: Parameters<Werk[Wat]>[1] } }[keyof Werk];
export type Uitkomst<Wat extends keyof Werk> = Awaited<ReturnType<Werk[Wat]>>;

/** Starts so many processes on one database. */
export async function startBoekhouders(databaseUrl: string, aantal: number): Promise<Boekhouders> {
  const processen = Array.from({ length: aantal }, () =>
    fork(fileURLToPath(import.meta.url), [databaseUrl], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    }),
  );
  await Promise.all(processen.map((proces) => once(proces, 'message')));
  return new Boekhouders(processen);
}

export class Boekhouders {
  readonly #processen: readonly ChildProcess[];

  constructor(processen: readonly ChildProcess[]) {
    this.#processen = processen;
  }

  /** Deals the jobs out over the processes, which do theirs all at once; what came of each, in no order. */
  async doe<Wat extends keyof Werk>(
    wat: Wat,
    opdrachten: readonly Parameters<Werk[Wat]>[1][],
  ): Promise<Uitkomst<Wat>[]> {
    const delen = this.#processen.map((_, plaats) =>
      opdrachten.filter((__, n) => n % this.#processen.length === plaats).map((met) => ({ wat, met })),
    );
    const antwoorden = await Promise.all(
      this.#processen.map(async (proces, plaats) => {
        proces.send(delen[plaats] ?? []);
        const [antwoord] = (await once(proces, 'message')) as [Uitkomst<Wat>[] | { fout: string }];
        if ('fout' in antwoord) throw new Error(antwoord.fout);
        return antwoord;
      }),
    );
    return antwoorden.flat();
  }

  async stop(): Promise<void> {
    const einden = this.#processen.map((proces) => once(proces, 'exit'));
    for (const proces of this.#processen) proces.disconnect();
    await Promise.all(einden);
  }
}

type Doe = (db: Knex, met: unknown) => Promise<unknown>;

function begin(databaseUrl: string): void {
  const db = connect(databaseUrl);
  process.on('message', (opdrachten: Opdracht[]) => {
    const gedaan = opdrachten.map(({ wat, met }) => (werk[wat] as Doe)(db, met));
    Promise.all(gedaan).then(
      (uitkomsten) => process.send?.(uitkomsten.map((uitkomst) => uitkomst ?? null)),
      (fout: unknown) => process.send?.({ fout: fout instanceof Error ? (fout.stack ?? '') : '' }),
    );
  });
  process.once('disconnect', () => void db.destroy());
  process.send?.('klaar');
}

if (import.meta.main) begin(process.argv[2] ?? '');
