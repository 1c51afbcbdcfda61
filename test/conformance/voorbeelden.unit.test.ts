import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Compile } from 'typebox/compile';
import type { RecordInhoud, Soort } from '../../domain/soorten/soort.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { valideer } from '../../domain/validatie/valideer.ts';
import { valideerVraag } from '../../domain/validatie/valideer-vraag.ts';

const map = process.env['VUM_STANDARD_DIR'];
if (!map) console.warn('VUM_STANDARD_DIR is not set: the official samples are not validated');

const { werkzoekende, vacature } = soorten;
const lees = (naam: string): RecordInhoud[] =>
  JSON.parse(readFileSync(join(map ?? '', 'samples', `${naam}.json`), 'utf8')) as RecordInhoud[];

/** As the accreditation compares: without empty lists and groups. */
const zonderLege = (deel: unknown): unknown => {
  if (Array.isArray(deel)) return deel.map(zonderLege).filter(isGevuld);
  if (typeof deel !== 'object' || deel === null) return deel;
  const velden = Object.entries(deel).map(([naam, waarde]) => [naam, zonderLege(waarde)] as const);
  return Object.fromEntries(velden.filter(([, waarde]) => isGevuld(waarde)));
};

const isGevuld = (deel: unknown): boolean =>
  typeof deel !== 'object' || deel === null || Object.keys(deel).length > 0;

(map ? describe : describe.skip)('the official samples', () => {
  test.each([
    [werkzoekende, 'werkzoekenden', 500],
    [vacature, 'vacatures', 48],
    [vacature, 'vacature-matches', 293],
  ] as const)('$meervoud of %#: every record is valid', (soort: Soort, bestand, aantal) => {
    const records = lees(bestand);
    expect(records).toHaveLength(aantal);
    expect(records.flatMap((record) => valideer(soort, record))).toEqual([]);
  });

  test.each([
    [werkzoekende, 'werkzoekenden'],
    [vacature, 'vacatures'],
    [vacature, 'vacature-matches'],
  ] as const)('$meervoud of %#: every record makes a valid match', (soort: Soort, bestand) => {
    const validator = Compile(soort.matchSchema);
    const ongeldig = lees(bestand).filter((record) => !validator.Check(soort.alsMatch(record)));
    expect(ongeldig).toEqual([]);
  });

  test('the detail of a vacancy makes the match that the standard shows, which leaves out what is empty', () => {
    const details = new Map(lees('vacatures').map((detail) => [detail['idVacature'], detail]));
    for (const match of lees('vacature-matches')) {
      const detail = details.get(match['idVacature']) ?? match;
      expect(zonderLege(vacature.alsMatch(detail))).toEqual(zonderLege(match));
    }
  });

  test.each([
    [werkzoekende, 'selectievragen-werkzoekenden'],
    [vacature, 'selectievragen-vacatures'],
  ] as const)('$meervoud of %#: every search question is valid', (soort: Soort, bestand) => {
    expect(lees(bestand).flatMap((vraag) => valideerVraag(soort, vraag))).toEqual([]);
  });
});
