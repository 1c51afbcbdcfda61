import { soorten } from '../../../domain/soorten/soorten.ts';
import { createVumClient, type VumClient, type VumClientOpties } from '../../../activities/vum/vum-client.ts';

export const proefSoort = soorten.werkzoekende;
export const oinGemeente = '00000001001234567000';
export const oinUm = '00000001009999999000';
export const oinVum = '00000001810207357000';
export const vrager = { oin: oinGemeente, correlatieId: '019ab000-0000-7000-8000-000000000001' };
export const vraagObject = { selectiegebied: { postcode: '1012AB', afstand: 10 } };

/** All that the client logged, as text: what must not be in it can be searched for. */
export interface ProefClient {
  readonly client: VumClient;
  readonly log: string[];
  readonly gemeten: string[];
}

export function maakClient(baseUrl: string, opties: Partial<VumClientOpties> = {}): ProefClient {
  const log: string[] = [];
  const gemeten: string[] = [];
  const noteer = (velden: object, tekst: string): void => void log.push(JSON.stringify({ ...velden, tekst }));
  const client = createVumClient({
    baseUrl,
    oinUm,
    oinVum,
    logger: { info: noteer, warn: noteer },
    gemeten: (aanroep) => void gemeten.push(`${aanroep.bericht} ${aanroep.soort} ${aanroep.uitkomst}`),
    ...opties,
  });
  return { client, log, gemeten };
}
