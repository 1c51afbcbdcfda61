import { describe, expect, test } from '@jest/globals';
import { leesTabelbestand } from '../../../activities/aanlevering/lees-tabelbestand.ts';
import { geenHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { kolomNaam } from '../../../domain/werkblad/cel-adres.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { profiel } from '../../support/profiel.ts';
import { alsWerkboek, type Bladen, gevuld } from '../../support/werkboek.ts';

const { werkzoekende } = soorten;
const { naam: hoofdblad, kolommen } = indelingVan(werkzoekende).hoofdblad;
const records = ['a', 'b'].map((id) => profiel(id, { sector: [{ codeSbi: 1 }] })) as RecordInhoud[];

async function lees(bladen: Bladen) {
  const open = () => Promise.resolve(alsWerkboek(bladen));
  const lezer = leesTabelbestand(leesXlsx, werkzoekende, geenHulp, () => undefined, open);
  return leesAlles(lezer(geheugenBestand('x')));
}

/** A filled template with these cells typed over, by row (0 is the first) and column. */
function met(blad: string, cellen: readonly (readonly [number, number, string | undefined])[]): Bladen {
  const bladen = gevuld(werkzoekende, records);
  for (const [rij, kolom, tekst] of cellen) {
    const nieuw = [...(bladen[blad]?.[rij] ?? [])];
    nieuw[kolom] = tekst;
    bladen[blad]?.splice(rij, 1, nieuw);
  }
  return bladen;
}

describe.each([1, 2])('a template with a heading in row %i that it does not have', (rij) => {
  const kolom = kolommen.length + 1;
  const cel = `${kolomNaam(kolom)}${rij}`;
  const metKop = (kop: string, blad = hoofdblad) =>
    lees(
      met(blad, [
        [rij - 1, kolom, kop],
        [3, kolom, 'nee'],
      ]),
    );

  test.each([
    ...['Toesteming', 'Publiceren', 'VUM', 'Bezwaar', 'Opt-out', 'Mutaties', 'Uren', 'Rijbewijs', 'Hoi'],
    ...['Opmerking bij bezwaar', 'Toelichting opt-out', 'Toelichting cursus'],
  ])('is refused: %s', async (kop) => {
    await expect(metKop(kop)).rejects.toMatchObject({ code: 'bestand-kolommen' });
  });

  test('is told of the cell, and of the heading unless that looks like a value', async () => {
    await expect(metKop('Publiceren')).rejects.toMatchObject({
      message: expect.stringContaining(`: ${cel} “Publiceren”. Geef`),
      plaats: { blad: hoofdblad, cel },
    });
    await expect(metKop('06 12 34 56 78')).rejects.toMatchObject({
      message: expect.stringContaining(`: ${cel}. Geef`),
    });
  });

  test.each(['Toestemming', 'Mutatie'])('is refused with %s where that is not read', async (kop) => {
    await expect(metKop(kop, 'Sector')).rejects.toMatchObject({ plaats: { blad: 'Sector' } });
  });

  test.each([
    ...[
      'Opmerkingen',
      'Notitie',
      'Bijzonderheden',
      'Bijzonderheden dagdelen',
      'Opmerking team',
      'Naam',
      'Nr',
    ],
    ...['Klantnummer', 'Geboortedatum', 'BSN', ' '],
    ...['Fouten', 'Fouten (de eerste 10.000)', 'Fouten\nRij 1: x'],
  ])('is read where that says nothing to UM: %j', async (kop) => {
    expect((await metKop(kop)).map(({ record }) => record)).toEqual(records);
  });
});

test('a template in which another name was typed over that of a column is refused', async () => {
  const kolom = kolommen.findIndex(({ titel }) => titel.startsWith('Aantal werkuren'));
  const bladen = met(hoofdblad, [
    [0, kolom, 'Uren'],
    [1, kolom, undefined],
  ]);
  await expect(lees(bladen)).rejects.toThrow(`${kolomNaam(kolom)}1 “Uren”`);
});

test('a line of text above a table with the names for programs is no heading', async () => {
  const [sleutels = [], ...rijen] = gevuld(werkzoekende, records)[hoofdblad]?.slice(1) ?? [];
  const regel = [...sleutels.map(() => undefined), undefined, 'Stand van december'];
  expect(await lees({ Lijst: [regel, sleutels, ...rijen] })).toHaveLength(2);
});
