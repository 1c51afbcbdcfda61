import type { NewmanRunOptions, NewmanRunSummary } from 'newman';
import type { Collectie } from './standaard-data.ts';

/** One assertion that failed. */
interface Gezakt {
  /** 1 is the first. */
  readonly iteratie: number;
  readonly verzoek: string;
  readonly toets: string;
  readonly melding: string;
  /** What the collection's own script said of it, such as the fields that differ. */
  readonly toelichting: readonly string[];
}

export interface CollectieUitslag {
  readonly naam: string;
  readonly iteraties: number;
  readonly geslaagd: number;
  readonly gezakt: readonly Gezakt[];
}

/** Runs an official collection against a VUM at `baseUrl`. */
export async function draaiCollectie(
  { naam, collectie, dataFile }: Collectie,
  omgeving: object,
  baseUrl: string,
): Promise<CollectieUitslag> {
  const { samenvatting, gezegd } = await draai({
    collection: collectie,
    environment: omgeving,
    envVar: [{ key: 'baseUrl', value: baseUrl }],
    iterationData: dataFile,
    reporters: [],
    timeoutRequest: 30_000,
  });
  const { failures, stats } = samenvatting.run;
  return {
    naam,
    iteraties: stats.iterations.total ?? 0,
    geslaagd: (stats.assertions.total ?? 0) - (stats.assertions.failed ?? 0),
    gezakt: failures.map(({ error, source, cursor }) => {
      const iteratie = (cursor as { iteration: number }).iteration;
      return {
        iteratie: iteratie + 1,
        verzoek: source?.name ?? '',
        toets: (error as { test?: string }).test ?? error.name,
        melding: error.message,
        toelichting: gezegd.get(iteratie) ?? [],
      };
    }),
  };
}

interface Draai {
  readonly samenvatting: NewmanRunSummary;
  /** What scripts wrote to the console, by iteration. */
  readonly gezegd: ReadonlyMap<number, readonly string[]>;
}

async function draai(opties: NewmanRunOptions): Promise<Draai> {
  // Newman touches deprecated corners of Node; nothing that the reader of the result can do about.
  (process as { noDeprecation?: boolean }).noDeprecation = true;
  const { default: newman } = await import('newman');
  const gezegd = new Map<number, string[]>();
  return new Promise((klaar, mislukt) => {
    newman
      .run(opties, (fout: Error | null, samenvatting) => {
        if (fout === null) klaar({ samenvatting, gezegd });
        else mislukt(fout);
      })
      .on('console', (_fout, regel: { cursor: { iteration: number }; messages: unknown[] }) => {
        const regels = gezegd.get(regel.cursor.iteration) ?? [];
        gezegd.set(regel.cursor.iteration, [...regels, regel.messages.map(String).join(' ').slice(0, 200)]);
      });
  });
}
