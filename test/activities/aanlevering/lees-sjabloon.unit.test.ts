import { describe, expect, test } from '@jest/globals';
import type { GelezenRecord, Leespunt } from '../../../activities/aanlevering/lezer.ts';
import { leesTabelbestand } from '../../../activities/aanlevering/lees-tabelbestand.ts';
import { geenHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import { leesCsv } from '../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { maakSjabloon } from '../../../api/sjablonen/sjabloon.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { kolomNaam } from '../../../domain/werkblad/cel-adres.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { profiel } from '../../support/profiel.ts';
import { vulIn } from '../../support/vul-sjabloon.ts';

const { werkzoekende, vacature } = soorten;

async function lees(
  inhoud: Uint8Array | string,
  vanaf?: Leespunt,
  soort = werkzoekende,
): Promise<GelezenRecord[]> {
  const gelezen: GelezenRecord[] = [];
  const leesTabel = typeof inhoud === 'string' ? leesCsv : leesXlsx;
  const lezer = leesTabelbestand(leesTabel, soort, geenHulp, () => undefined);
  for await (const record of lezer(geheugenBestand(inhoud), vanaf)) gelezen.push(record);
  return gelezen;
}

/** What can be compared: a function is never the same twice. */
const kern = (gelezen: readonly GelezenRecord[]) =>
  gelezen.map(({ regel, volgende, record, fouten }) => ({ regel, volgende, record, fouten }));

const records = ['a', 'b', 'c'].map((id) => profiel(id, { sector: [{ codeSbi: 1 }] }));

describe('a filled-in template', () => {
  test('gives its records with their rows, and the size of the file as the last place', async () => {
    const inhoud = await maakSjabloon(werkzoekende, records as never);
    const gelezen = await lees(inhoud);
    expect(gelezen.map(({ record }) => record)).toEqual(records);
    expect(gelezen.map(({ regel }) => regel)).toEqual([4, 5, 6]);
    expect(gelezen.at(-1)?.volgende).toEqual({ byte: inhoud.length, regel: 6 });
  });

  test('goes on after any record, or row without a record, as if nothing had happened', async () => {
    const inhoud = await vulIn(werkzoekende, records, { Sector: { A4: 'x', A5: 'y' } });
    const heel = kern(await lees(inhoud));
    expect(heel).toHaveLength(5);
    for (const [index, { volgende }] of heel.entries()) {
      expect(kern(await lees(inhoud, volgende))).toEqual(heel.slice(index + 1));
    }
  });

  test('says of a row without a record on which sheet it is', async () => {
    const [los] = await lees(await vulIn(werkzoekende, records, { Sector: { A5: 'y' } }));
    expect(los).toMatchObject({
      regel: 5,
      fouten: [{ code: 'onbekend-id', melding: expect.stringMatching(/^Blad Sector, rij 5: /) }],
    });
    expect(los).not.toHaveProperty('record');
  });

  test('is refused with fields in columns that no sheet of it has, and names them', async () => {
    const { naam, kolommen } = indelingVan(werkzoekende).hoofdblad;
    const plek = `${kolomNaam(kolommen.length)}2`;
    const met = async (kop: string) => lees(await vulIn(werkzoekende, records, { [naam]: { [plek]: kop } }));
    await expect(met('sector.2.codeSbi')).rejects.toMatchObject({
      code: 'bestand-kolommen',
      message: expect.stringMatching(/^Op blad “.*: “sector\.2\.codeSbi”\. /),
    });
    for (const kop of ['Bijzonderheden', 'Klantnummer']) expect(await met(kop)).toHaveLength(3);
  });

  test('can be CSV with the names for programs', async () => {
    const csv = 'mobiliteit.bemiddelingspostcode;idWerkzoekende\r\n1012 AB;a\r\n';
    expect(await lees(csv)).toMatchObject([{ regel: 2, record: profiel('a'), fouten: [] }]);
  });
});

test('a template of another soort is refused, and told apart', async () => {
  const refused = lees(await maakSjabloon(vacature));
  await expect(refused).rejects.toMatchObject({
    code: 'bestand-kolommen',
    message: expect.stringContaining('soort=vacature'),
  });
});

describe('a column Mutatie', () => {
  test('on the main sheet of a template asks to delete', async () => {
    const inhoud = await vulIn(werkzoekende, records, {
      Werkzoekenden: { AZ1: 'Mutatie', AZ5: 'Verwijderen', AZ6: 'weg' },
    });
    const gelezen = await lees(inhoud);
    expect(gelezen.map(({ verwijderen }) => verwijderen === true)).toEqual([false, true, false]);
    expect(gelezen[2]?.fouten).toMatchObject([
      { code: 'mutatie-onbekend', melding: expect.stringMatching(/^Cel AZ6: /) },
    ]);
    expect(gelezen[2]?.record).not.toHaveProperty('mutatie');
  });

  test.each([
    'idWerkzoekende;mutatie',
    'Klantnummer;Mutatie',
    'idWerkzoekende;mobiliteit.bemiddelingspostcode;Mutatie',
  ])('in a CSV file with %s does as well', async (kop) => {
    const csv = `${kop}\r\na;${kop.split(';').length === 3 ? ';' : ''}verwijderen\r\n`;
    expect(await lees(csv)).toMatchObject([
      { record: { idWerkzoekende: 'a' }, verwijderen: true, fouten: [] },
    ]);
  });
});

describe('a sheet for a repeating part by itself', () => {
  const taal = 'arbeidsmarktkwalificatie.taalbeheersing[].codeTaal';

  test('is refused, because its rows are no records', async () => {
    await expect(lees(`idWerkzoekende;${taal}\na;nld\nb;eng\n`)).rejects.toMatchObject({
      code: 'bestand-kolommen',
      message: expect.stringMatching(/alleen het blad “Taalbeheersing” .* één blad/),
    });
  });

  test('is a flat file where it has other fields as well', async () => {
    const csv = `idWerkzoekende;${taal};mobiliteit.bemiddelingspostcode\na;nld;1012AB\n`;
    expect(await lees(csv)).toMatchObject([
      {
        record: { mobiliteit: { bemiddelingspostcode: '1012AB' }, arbeidsmarktkwalificatie: {} },
        fouten: [],
      },
    ]);
  });
});

describe('a template to which somebody added a column about consent', () => {
  const csv = (kop: string, ...antwoorden: string[]) =>
    [
      `idWerkzoekende;mobiliteit.bemiddelingspostcode;${kop}`,
      ...antwoorden.map((antwoord, rij) => `w${rij};1012AB;${antwoord}`),
    ].join('\n');

  test('takes only the id of who did not consent, and only to delete it', async () => {
    const gelezen = await lees(csv('Toestemming', 'Ja', 'Nee', ''));
    expect(gelezen.map(({ zonderToestemming }) => zonderToestemming === true)).toEqual([false, true, true]);
    expect(gelezen[1]).toMatchObject({ record: { idWerkzoekende: 'w1' }, verwijderen: true, fouten: [] });
    expect(gelezen[1]?.record).not.toHaveProperty('mobiliteit');
  });

  test('is one with sheets for repeating parts too', async () => {
    const { hoofdblad } = indelingVan(werkzoekende);
    const kolom = kolomNaam(hoofdblad.kolommen.length);
    const erbij = {
      [`${kolom}1`]: 'Toestemming',
      [`${kolom}4`]: 'Ja',
      [`${kolom}5`]: 'Nee',
      [`${kolom}6`]: 'J',
    };
    const gelezen = await lees(await vulIn(werkzoekende, records, { [hoofdblad.naam]: erbij }));
    expect(gelezen.map(({ zonderToestemming }) => zonderToestemming === true)).toEqual([false, true, false]);
  });

  test.each(['Geen toestemming', 'Mag niet gedeeld worden', 'Bezwaar tegen delen profiel'])(
    'is refused where the column is “%s”',
    async (kop) => {
      await expect(lees(csv(kop, 'Nee'))).rejects.toMatchObject({ code: 'bestand-kolommen' });
    },
  );
});
