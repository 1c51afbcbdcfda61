import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AanleverOpstelling, startAanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { profiel } from '../support/profiel.ts';
import { maakXlsx } from '../support/xlsx-maker.ts';

const soort = 'soort=werkzoekende';
/** Enough for two threads: one reads the rows, the other works them out. */
const aantal = 40_000;

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
}, 60_000);
afterAll(() => um.stop());

const cel = (tekst: string) => `<c t="inlineStr"><is><t>${tekst}</t></is></c>`;
const rij = (nummer: number, cellen: readonly string[]) =>
  `<row r="${nummer}">${cellen.map(cel).join('')}</row>`;

/** A workbook with a row for each person; `postcode` of the last as given. */
function werkmap(naam: string, postcode = '1012AB', slot = ''): Uint8Array<ArrayBuffer> {
  const rijen = [rij(1, ['ID', 'Postcode', 'Persoonlijke presentatie'])];
  for (let nummer = 2; nummer <= aantal + 1; nummer++) {
    const plaats = nummer === aantal + 1 ? postcode : '1012AB';
    rijen.push(rij(nummer, [`${naam}-${nummer}`, plaats, 'Zoekt werk.']));
  }
  return new Uint8Array(maakXlsx({ rijen: rijen.join('') + slot }));
}

async function totGelezen(id: string, hoeveel: number): Promise<void> {
  while (((await um.db('aanleveringen').where({ id }).first('gelezen'))?.gelezen ?? 0) < hoeveel)
    await sleep(5);
}

test('a worker that is killed in the middle of a workbook is taken over: no row twice, none lost', async () => {
  const { body } = await um.vraag('POST', `/v1/aanleveringen?${soort}`, { body: werkmap('p') });
  const id = String(body['id']);
  const child = await um.startWorkerProces();
  await totGelezen(id, 2_000);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect((await um.db('aanleveringen').where({ id }).first('gelezen'))?.gelezen).toBeLessThan(aantal);

  const worker = await um.startWorker();
  try {
    expect(await um.wachtOp(id)).toMatchObject({
      status: 'gepubliceerd',
      aantallen: { gelezen: aantal, geldig: aantal, foutief: 0 },
    });
    const [telling] = await um.db('publicatie_records').countDistinct({ ids: 'record_id', regels: 'regel' });
    expect(telling).toEqual({ ids: aantal, regels: aantal });
  } finally {
    await worker.stop();
  }
}, 120_000);

test('a workbook that is large names the cell of a fault, and one that breaks off is refused', async () => {
  const worker = await um.startWorker();
  try {
    await um.leverAan(soort, JSON.stringify([profiel('oud')]));
    const metFout = await um.leverAan(soort, werkmap('fout', '10 AB'));
    expect(metFout).toMatchObject({ status: 'afgekeurd', aantallen: { gelezen: aantal, foutief: 1 } });
    const { body } = await um.vraag('GET', `/v1/aanleveringen/${metFout.id}/fouten`);
    expect(body['fouten']).toMatchObject([{ plaats: { blad: 'Blad1', kolom: 'B', rij: aantal + 1 } }]);

    const stuk = await um.leverAan(soort, werkmap('stuk', '1012AB', '<row r="99999"><c></row>'));
    expect(stuk).toMatchObject({ status: 'afgekeurd', reden: { code: 'bestand-beschadigd' } });
    expect(await um.gevonden()).toEqual(['oud']);
  } finally {
    await worker.stop();
  }
}, 120_000);
