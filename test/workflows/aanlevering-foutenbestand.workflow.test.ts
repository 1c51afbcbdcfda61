import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ruimBewaardOp } from '../../activities/aanlevering/bewaar-voor-herstel.ts';
import { leesXlsx } from '../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { geheugenBestand } from '../support/geheugen-bestand.ts';
import { gemeenteB } from '../support/identity.ts';
import { leesAlles } from '../support/lees-alles.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { vulIn } from '../support/vul-sjabloon.ts';

const { werkzoekende } = soorten;
const soort = 'soort=werkzoekende';
const taal = { codeTaal: 'nld', codeNiveauTaalbeheersingLezen: 3 };
const records = ['0012', 'b'].map((id) =>
  profiel(id, { arbeidsmarktkwalificatie: { taalbeheersing: [taal] }, sector: [{ codeSbi: 1 }] }),
);
const mis = { Werkzoekenden: { B4: 'Amsterdam' }, Taalbeheersing: { C5: 'vloeiend' } };

let um: AanleverOpstelling;
let sjabloon: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  um = await startAanleverOpstelling();
  sjabloon = await vulIn(werkzoekende, records, mis);
}, 60_000);
afterAll(() => um.stop());
beforeEach(() => um.db('gebeurtenissen').delete());

const haal = async (id: string, oin?: string): Promise<Response> =>
  fetch(`${um.apiUrl}/v1/aanleveringen/${id}/foutenbestand`, { headers: await um.token(oin) });

const acties = (id: string): Promise<string[]> =>
  um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck<string[]>('actie');

const stukken = async (id: string): Promise<number> =>
  (await um.db('aanlevering_delen').where({ aanlevering_id: id }).select('volgnummer')).length;

const sweep = (clock = () => new Date()) => ruimBewaardOp({ db: um.db, clock });

test('a template with faults on two sheets comes back with them, every value as it was', async () => {
  const { id, ...uitkomst } = await um.leverAan(soort, sjabloon);
  expect(uitkomst).toMatchObject({
    status: 'afgekeurd',
    foutenbestand: { beschikbaarTot: expect.stringMatching(/^\d{4}-/) },
    _links: { foutenbestand: { href: `/v1/aanleveringen/${id}/foutenbestand` } },
  });
  const antwoord = await haal(id);
  expect(antwoord.status).toBe(200);
  expect(antwoord.headers.get('content-disposition')).toBe(
    'attachment; filename="werkzoekenden-met-fouten.xlsx"',
  );
  const inhoud = new Uint8Array(await antwoord.arrayBuffer());

  const lees = (bytes: Uint8Array) => leesAlles(leesXlsx(geheugenBestand(bytes)));
  const [eigen, terug] = [await lees(sjabloon), await lees(inhoud)];
  expect(terug.map(({ rij, blad, verborgen }) => [blad, rij, verborgen])).toEqual(
    eigen.map(({ rij, blad, verborgen }) => [blad, rij, verborgen]),
  );
  for (const [index, { cellen }] of eigen.entries()) {
    expect(terug[index]?.cellen.slice(0, cellen.length)).toEqual(cellen);
  }

  const werkmap = new ExcelJS.Workbook();
  await werkmap.xlsx.load(inhoud.buffer);
  const laatste = (blad: string, rij: number) => werkmap.getWorksheet(blad)?.getRow(rij).values as unknown[];
  expect(laatste('Werkzoekenden', 1).at(-1)).toBe('Fouten');
  expect(laatste('Werkzoekenden', 4).at(-1)).toMatch(/^Cel B4: .*1234AB/);
  expect(laatste('Taalbeheersing', 1).at(-1)).toBe('Fouten');
  expect(laatste('Taalbeheersing', 5).at(-1)).toMatch(/^Blad Taalbeheersing, cel C5: /);
  expect(JSON.stringify(werkmap.getWorksheet('Taalbeheersing')?.getCell('C5').note)).toContain('cel C5');
  expect(await acties(id)).toContain('aanlevering-foutenbestand-opgehaald');
});

test('a file that was mended in what came back is published, and the one before goes', async () => {
  const { id } = await um.leverAan(soort, sjabloon);
  const werkmap = new ExcelJS.Workbook();
  await werkmap.xlsx.load(await (await haal(id)).arrayBuffer());
  for (const [blad, adres, waarde] of [
    ['Werkzoekenden', 'B4', '1012AB'],
    ['Taalbeheersing', 'C5', '3'],
  ] as const) {
    const cel = werkmap.getWorksheet(blad)?.getCell(adres);
    if (cel) cel.value = waarde;
  }
  const weer = await um.leverAan(soort, new Uint8Array(await werkmap.xlsx.writeBuffer()));
  expect(weer).toMatchObject({ status: 'gepubliceerd', aantallen: { gepubliceerd: 2 } });
  expect(await um.gevonden()).toEqual(['0012', 'b']);
  for (let keer = 0; keer < 100 && (await stukken(id)) > 0; keer++)
    await new Promise((r) => setTimeout(r, 50));
  expect((await haal(id)).status).toBe(410);
  expect(
    await um.db('gebeurtenissen').where({ object_id: id, actie: 'aanlevering-bestand-verwijderd' }),
  ).toMatchObject([{ actor: 'um', reden: 'vervangen' }]);
});

test('a CSV file in Windows-1252 comes back as CSV in UTF-8 with the same separator', async () => {
  const csv = Buffer.from(
    'idWerkzoekende;mobiliteit.bemiddelingspostcode\r\nZo\xEB;1012AB\r\nx;fout\r\n',
    'latin1',
  );
  const { id } = await um.leverAan(soort, new Uint8Array(csv));
  const antwoord = await haal(id);
  expect(antwoord.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const regels = Buffer.from(await antwoord.arrayBuffer())
    .toString()
    .split('\r\n');
  expect(regels[0]).toBe('\uFEFFidWerkzoekende;mobiliteit.bemiddelingspostcode;Fouten');
  expect(regels[1]).toMatch(/^Zoë;1012AB;/);
  expect(regels[2]).toMatch(/^x;fout;Cel B3: /);
});

test('of NDJSON the faults come as a list, and the file itself is not kept', async () => {
  const { id } = await um.leverAan(soort, alsNdjson([profiel('a'), { mobiliteit: {} }]));
  const tekst = await (await haal(id)).text();
  expect(tekst.split('\r\n')[1]).toMatch(/^2;;\/mobiliteit\/bemiddelingspostcode;fout;verplicht;/);
  expect(await stukken(id)).toBe(0);
});

describe('who gets nothing is told why:', () => {
  let id: string;
  beforeAll(async () => {
    id = (await um.leverAan(soort, sjabloon)).id;
  });

  test('another gemeente', async () => {
    expect((await haal(id, gemeenteB)).status).toBe(404);
    const { status } = await um.vraag('DELETE', `/v1/aanleveringen/${id}/foutenbestand`, { oin: gemeenteB });
    expect(status).toBe(404);
    expect(await stukken(id)).toBeGreaterThan(0);
  });

  test('a role that may not deliver', async () => {
    const { status } = await um.vraag('GET', `/v1/aanleveringen/${id}/foutenbestand`, { rol: 'auditor' });
    expect(status).toBe(403);
  });

  test('a file without faults', async () => {
    const goed = await um.leverAan('soort=vacature', '[]');
    const { status, body } = await um.vraag('GET', `/v1/aanleveringen/${goed.id}/foutenbestand`);
    expect([status, body['detail']]).toEqual([404, expect.stringContaining('geen fouten')]);
  });

  test('a third at once, until the two before have theirs', async () => {
    const tegelijk = await Promise.all(Array.from({ length: 5 }, () => haal(id)));
    expect(tegelijk.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503]);
    expect(tegelijk.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('10');
    for (const antwoord of tegelijk) await antwoord.arrayBuffer();
    expect((await haal(id)).status).toBe(200);
  });

  test('who comes after the file has gone, before the sweep as well as after it', async () => {
    await um.db('aanleveringen').where({ id }).update({ bestand_tot: '2026-01-01T00:00:00.000Z' });
    const { status, body } = await um.vraag('GET', `/v1/aanleveringen/${id}/foutenbestand`);
    expect([status, body['code']]).toEqual([410, 'foutenbestand-verlopen']);
    expect(await sweep()).toMatchObject({ bestandenVerwijderd: 1 });
    expect(await stukken(id)).toBe(0);
    expect(await um.db('gebeurtenissen').where({ object_id: id })).toMatchObject([
      { actie: 'aanlevering-bestand-verwijderd', actor: 'um', reden: 'verlopen' },
    ]);
    expect(await sweep()).toEqual({ bestandenVerwijderd: 0, foutenVerwijderd: 0 });
    expect((await haal(id)).status).toBe(410);
  });
});

test('who delivered a file can have it deleted at once; its faults stay', async () => {
  const { id } = await um.leverAan(soort, sjabloon);
  const pad = `/v1/aanleveringen/${id}/foutenbestand`;
  expect((await um.vraag('DELETE', pad)).status).toBe(204);
  expect(await stukken(id)).toBe(0);
  expect((await haal(id)).status).toBe(410);
  expect((await um.vraag('DELETE', pad)).status).toBe(204);
  expect(
    await um.db('gebeurtenissen').where({ object_id: id, actie: 'aanlevering-bestand-verwijderd' }),
  ).toHaveLength(1);
  expect((await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`)).body['fouten']).toHaveLength(2);
});

test('the faults go when their time is over, for readers at once; how many there were stays', async () => {
  const { id } = await um.leverAan(soort, alsNdjson([{ mobiliteit: {} }]));
  const over31Dagen = () => new Date(Date.now() + 31 * 86_400_000);
  await um.db('aanleveringen').where({ id }).update({ fouten_tot: '2026-01-01T00:00:00.000Z' });
  const fouten = () => um.vraag('GET', `/v1/aanleveringen/${id}/fouten`);
  expect((await fouten()).body).toMatchObject({ fouten: [] });
  expect((await sweep(over31Dagen)).foutenVerwijderd).toBeGreaterThan(0);
  expect(await um.db('aanlevering_fouten').where({ aanlevering_id: id })).toEqual([]);
  const { body } = await fouten();
  expect(body).toMatchObject({
    fouten: [],
    allesBewaard: false,
    toelichting: expect.stringContaining('verwijderd'),
  });
  expect(body['totaal']).toBeGreaterThan(0);
});
