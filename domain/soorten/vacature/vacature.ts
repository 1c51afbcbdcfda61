import { maakProjectie } from '../projectie.ts';
import type { Soort } from '../soort.ts';
import { vacatureMatchSchema, vacatureSchema } from './schema.ts';
import { vacatureSelectie } from './selectie.ts';
import { vacatureSynoniemen } from './synoniemen.ts';
import { vacatureVraagSchema } from './vraag.ts';

export const vacature: Soort = {
  naam: 'vacature',
  enkelvoud: 'vacature',
  meervoud: 'vacatures',
  schema: vacatureSchema,
  matchSchema: vacatureMatchSchema,
  vraagSchema: vacatureVraagSchema,
  selecteerbaar: vacatureSelectie,
  idVeld: 'idVacature',
  vervangendIdVeld: 'nummerVacature',
  postcodeVeld: 'adres.postcode',
  synoniemen: vacatureSynoniemen,
  alsMatch: maakProjectie(vacatureMatchSchema),
  vum: { pad: 'vacatures', detailVeld: 'vacature' },
};
