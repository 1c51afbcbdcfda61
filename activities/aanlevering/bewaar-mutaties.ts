import type { Knex } from 'knex';
import { insertRecords, type DubbelRecord } from '../../db/publicatie-records.ts';
import { findEerder, insertVerwijderingen } from '../../db/verwijderingen.ts';
import type { Partij } from './controle/partij.ts';

/**
 * Writes the records and deletions of a batch where earlier batches may hold deletions. An id may stand in the file once, whatever is to
 * be done with it: which of two lines counts nobody could tell. Returns those that stand there already.
 */
export async function bewaarMutaties(
  trx: Knex.Transaction,
  aanleveringId: string,
  publicatieNummer: number,
  { records, verwijderingen }: Pick<Partij, 'records' | 'verwijderingen'>,
): Promise<DubbelRecord[]> {
  const ids = [...records, ...verwijderingen].map(({ record_id }) => record_id);
  const eerder = await findEerder(trx, aanleveringId, publicatieNummer, ids);
  const isNieuw = ({ record_id }: { record_id: string }) => !eerder.has(record_id);
  await insertRecords(trx, publicatieNummer, records.filter(isNieuw));
  await insertVerwijderingen(trx, aanleveringId, verwijderingen.filter(isNieuw));
  const opRegel = [...records, ...verwijderingen].sort((een, ander) => een.regel - ander.regel);
  return opRegel.flatMap((record) => {
    const eersteRegel = eerder.get(record.record_id);
    return eersteRegel === undefined ? [] : [{ record, eersteRegel }];
  });
}
