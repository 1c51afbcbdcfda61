import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { herken } from '../../../../activities/aanlevering/tabel/herken/herken.ts';
import { tabelLezers } from '../../../../activities/aanlevering/tabel/lees-tabel.ts';
import type { Rij } from '../../../../activities/aanlevering/tabel/tabel.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles } from '../../../support/lees-alles.ts';

async function lees(naam: string): Promise<Rij[]> {
  const bestand = geheugenBestand(readFileSync(new URL(`bestanden/${naam}`, import.meta.url)), 1000);
  const lezer = tabelLezers[await herken(bestand)];
  if (lezer === undefined) throw new Error('no table');
  return await leesAlles(lezer(bestand));
}

const cel = (rij: Rij | undefined, kolom: number): unknown => rij?.cellen[kolom];
const tekst = (waarde: string): unknown => ({ soort: 'tekst', tekst: waarde });

describe.each(['libreoffice.ods', 'libreoffice.xlsx'])('%s', (naam) => {
  test('reads with the values, the row numbers and the sheets as LibreOffice shows them', async () => {
    const rijen = await lees(naam);
    const profielen = rijen.filter(({ blad }) => blad.naam === 'Profielen');
    const rij = (nummer: number): Rij | undefined => profielen.find((een) => een.rij === nummer);
    expect(rij(2)?.cellen).toEqual([tekst('rijk'), tekst('vet en gewoon'), tekst('é€😀')]);
    expect(cel(rij(3), 2)).toEqual({ soort: 'getal', tekst: '0.1', getal: 0.1 });
    expect(cel(rij(4), 1)).toEqual({ soort: 'getal', tekst: '100000', getal: 100_000 });
    expect(cel(rij(5), 1)).toEqual({ soort: 'datum', tekst: '2026-03-01' });
    expect(cel(rij(5), 2)).toEqual({ soort: 'datum', tekst: '2026-03-01T14:30:00' });
    expect(cel(rij(6), 1)).toEqual({ soort: 'tijd', tekst: '12:00:00' });
    expect(cel(rij(6), 2)).toEqual({ soort: 'tijd', tekst: '36:00:00' });
    expect(cel(rij(7), 1)).toEqual({ soort: 'getal', tekst: '12', getal: 12, weergave: '0012' });
    expect(cel(rij(7), 2)).toEqual(tekst('0012'));
    expect([cel(rij(8), 1), cel(rij(8), 2)]).toEqual([
      { soort: 'waar', tekst: 'true' },
      { soort: 'waar', tekst: 'false' },
    ]);
    expect([cel(rij(9), 1), cel(rij(9), 2)]).toEqual([{ soort: 'getal', tekst: '3', getal: 3 }, tekst('ab')]);
    expect([cel(rij(10), 1), cel(rij(10), 2)]).toEqual([
      { soort: 'fout', tekst: '#N/A', reden: 'foutwaarde' },
      { soort: 'fout', tekst: '#DIV/0!', reden: 'foutwaarde' },
    ]);
    expect([cel(rij(11), 1), cel(rij(11), 2)]).toEqual([tekst('een\ntwee'), tekst('  spaties   erin  ')]);
    expect([cel(rij(12), 1), cel(rij(12), 2)]).toEqual([tekst('links'), undefined]);
    expect(profielen.filter(({ verborgen }) => verborgen).map(({ rij }) => rij)).toEqual([13]);
    expect(rij(14)).toBeUndefined();
    expect(cel(rij(15), 1)).toEqual(tekst('75%'));
    expect(cel(rij(16), 1)).toEqual(tekst('met noot'));
    expect([profielen.at(-1)?.rij, cel(profielen.at(-1), 25)]).toEqual([20, tekst('ver weg')]);
  });

  test('gives the sheets in order, the hidden one marked', async () => {
    const bladen = new Map((await lees(naam)).map(({ blad }) => [blad.naam, blad]));
    expect([...bladen.values()]).toEqual([
      { nummer: 0, naam: 'Profielen', verborgen: false },
      { nummer: 1, naam: 'Verborgen', verborgen: true },
      { nummer: 3, naam: 'Laatste', verborgen: false },
    ]);
  });

  test('repeats equal cells', async () => {
    const laatste = (await lees(naam)).at(-1);
    expect(laatste?.cellen.map((cel) => cel?.tekst)).toEqual(['gelijk', 'gelijk', 'gelijk', '1', '1', '1']);
  });
});

describe.each(['utf8.csv', 'windows1252.csv', 'utf16.csv'])('%s', (naam) => {
  test('reads with its separator, encoding, line breaks and row numbers', async () => {
    const rijen = await lees(naam);
    const rij = (nummer: number): Rij | undefined => rijen.find((een) => een.rij === nummer);
    expect(rij(1)?.cellen.slice(0, 3)).toEqual(['kop', 'waarde', 'nog een'].map(tekst));
    expect(cel(rij(2), 2)).toEqual(tekst(naam === 'windows1252.csv' ? 'é€?' : 'é€😀'));
    expect(cel(rij(7), 1)).toEqual(tekst('0012'));
    expect(cel(rij(11), 1)).toEqual(tekst('een\ntwee'));
    expect([rij(12)?.regel, rij(14), rijen.at(-1)?.rij, rijen.at(-1)?.regel]).toEqual([
      13,
      undefined,
      20,
      21,
    ]);
  });
});
