import { expect, test } from '@jest/globals';
import {
  datumVanDagnummer,
  datumVanIso,
  tijdVanDagdeel,
} from '../../../../activities/aanlevering/tabel/datum.ts';
import { celWaarde } from '../../../../activities/aanlevering/tabel/xlsx/celwaarde.ts';
import {
  ingebouwdeNotatie,
  leesNotatie,
} from '../../../../activities/aanlevering/tabel/xlsx/getalnotatie.ts';

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [36526, '2000-01-01'],
  [46082, '2026-03-01'],
  [46082.5, '2026-03-01T12:00:00'],
  [46082.000011574, '2026-03-01T00:00:01'],
  [2958465, '9999-12-31'],
])('day %d of the 1900 system is %s', (dag, verwacht) => {
  expect(datumVanDagnummer(dag, false)).toEqual({ soort: 'datum', tekst: verwacht });
});

test.each([
  [0, '1904-01-01'],
  [44620, '2026-03-01'],
  [44620.25, '2026-03-01T06:00:00'],
])('day %d of the 1904 system is %s', (dag, verwacht) => {
  expect(datumVanDagnummer(dag, true)).toEqual({ soort: 'datum', tekst: verwacht });
});

test.each([[60], [60.5], [0], [-1], [2958466], [1e300]])('day %d does not exist', (dag) => {
  expect(datumVanDagnummer(dag, false)).toMatchObject({ soort: 'fout', reden: 'ongeldige-waarde' });
});

test.each([
  [0.5, '12:00:00'],
  [1.5, '36:00:00'],
  [0.354178240740741, '08:30:01'],
])('%d days are the time %s', (dagen, verwacht) => {
  expect(tijdVanDagdeel(dagen)).toEqual({ soort: 'tijd', tekst: verwacht });
});

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-03-01T00:00:00Z', '2026-03-01'],
  ['2026-03-01+01:00', '2026-03-01'],
  ['2026-03-01Z', '2026-03-01'],
  ['2026-03-01T14:30:00', '2026-03-01T14:30:00'],
  ['2026-03-01T14:30', '2026-03-01T14:30:00'],
  ['2026-03-01T14:30:00.25', '2026-03-01T14:30:00.250'],
])('the date %s is %s', (iso, verwacht) => {
  expect(datumVanIso(iso)).toEqual({ soort: 'datum', tekst: verwacht });
});

test.each([
  ['08:30:00', '08:30:00'],
  ['T08:30', '08:30:00'],
  ['23:59:59.5', '23:59:59.500'],
])('the time of day %s is %s', (iso, verwacht) => {
  expect(datumVanIso(iso)).toEqual({ soort: 'tijd', tekst: verwacht });
});

test('a part of a day is a time in either system', () => {
  for (const stelsel1904 of [true, false])
    expect(datumVanDagnummer(0.5, stelsel1904)).toEqual({ soort: 'tijd', tekst: '12:00:00' });
});

test.each(['2026-02-30', '2026-13-01', '01-03-2026', '2026-03-01T25:00:00', '24:00:00', ''])(
  '%s is no date',
  (iso) => {
    expect(datumVanIso(iso)).toMatchObject({ soort: 'fout' });
  },
);

test.each([
  ['dd\\-mm\\-yyyy', 'datum'],
  ['[$-413]d mmmm yyyy;@', 'datum'],
  ['mmm', 'datum'],
  ['h:mm AM/PM', 'tijd'],
  ['mm:ss', 'tijd'],
  ['[h]:mm', 'tijd'],
  ['[Red]0.00', 'getal'],
  ['0 "dagen"', 'getal'],
  ['0\\d', 'getal'],
  ['#,##0.00\\ [$€-413]', 'getal'],
  ['0.00E+00', 'getal'],
  ['General', 'getal'],
  ['@', 'getal'],
  ['[>=100]0;0', 'getal'],
  ['_-* #,##0_-', 'getal'],
  ['[mm]', 'tijd'],
])('the format %s shows a %s', (code, soort) => {
  expect(leesNotatie(code).soort).toBe(soort);
});

test.each([
  [14, 'datum'],
  [22, 'datum'],
  [18, 'tijd'],
  [46, 'tijd'],
  [0, 'getal'],
  [2, 'getal'],
  [49, 'getal'],
])('built-in format %d shows a %s', (id, soort) => {
  expect(ingebouwdeNotatie(id).soort).toBe(soort);
});

test('a time on a day is a moment, a duration past a day a time', () => {
  const cel = (code: string): unknown =>
    celWaarde({ type: 'n', waarde: '46082.5', notatie: leesNotatie(code), stelsel1904: false });
  expect(cel('h:mm')).toEqual({ soort: 'datum', tekst: '2026-03-01T12:00:00' });
  expect(cel('[h]:mm')).toEqual({ soort: 'tijd', tekst: '1105980:00:00' });
});
