import { maakProjectie } from '../projectie.ts';
import type { Soort } from '../soort.ts';
import { werkzoekendeMatchSchema, werkzoekendeSchema } from './schema.ts';
import { werkzoekendeSelectie } from './selectie.ts';
import { werkzoekendeSynoniemen } from './synoniemen.ts';
import { werkzoekendeVraagSchema } from './vraag.ts';

export const werkzoekende: Soort = {
  naam: 'werkzoekende',
  enkelvoud: 'werkzoekende',
  meervoud: 'werkzoekenden',
  schema: werkzoekendeSchema,
  matchSchema: werkzoekendeMatchSchema,
  vraagSchema: werkzoekendeVraagSchema,
  selecteerbaar: werkzoekendeSelectie,
  idVeld: 'idWerkzoekende',
  postcodeVeld: 'mobiliteit.bemiddelingspostcode',
  synoniemen: werkzoekendeSynoniemen,
  alsMatch: maakProjectie(werkzoekendeMatchSchema),
  vum: { pad: 'werkzoekendeProfielen', detailVeld: 'werkzoekende' },
};
