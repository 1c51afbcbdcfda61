import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type JsonSchema, jsonSchema } from '../../domain/soorten/json-schema.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { schemaVelden } from '../support/schema-velden.ts';

const map = process.env['VUM_STANDARD_DIR'];
if (!map) console.warn('VUM_STANDARD_DIR is not set: the code lists are not compared with the data standard');

/** Name of an attribute, and its codes with what they mean. */
type Attribuut = readonly [string, ReadonlyMap<string, string>];

async function leesAttributen(bestand: string): Promise<Attribuut[]> {
  const werkboek = new ExcelJS.Workbook();
  await werkboek.xlsx.readFile(join(map ?? '', bestand));
  const rijen = werkboek.getWorksheet('Attributen')?.getRows(1, 100) ?? [];
  const kolommen = (rijen[0]?.values ?? []) as unknown[];
  const tekst = (rij: ExcelJS.Row, kop: string): string => rij.getCell(kolommen.indexOf(kop)).text;
  return rijen
    .slice(1)
    .filter((rij) => rij.hasValues)
    .map((rij) => [gelijk(tekst(rij, 'Attribuut')), leesCodes(tekst(rij, 'List of Values'))]);
}

/** `0 = Onbekend` or `0⇥Onbekend`, a code on every line. Anything else is an explanation. */
function leesCodes(cel: string): ReadonlyMap<string, string> {
  const regels = cel
    .split(/\r?\n/)
    .map((regel) => /^([A-Z0-9+]{1,3})(?:\t=|\t| =)\s*(.+)$/.exec(regel.trim()));
  return new Map(regels.flatMap((regel) => (regel ? [[regel[1] ?? '', gelijk(regel[2] ?? '')]] : [])));
}

/** The workbooks are not consistent in capitals, spaces and hyphens. */
const gelijk = (tekst: string): string => tekst.toLowerCase().replaceAll(/[\s-]+/g, '');

(map ? describe : describe.skip).each([
  [soorten.werkzoekende, 'waardelijsten-werkzoekende-v1.5.xlsx'],
  [soorten.vacature, 'waardelijsten-vacatures-v1.5.xlsx'],
] as const)('$naam and the data standard', (soort, bestand) => {
  const velden = (): JsonSchema[] =>
    [...schemaVelden(jsonSchema(soort.schema))]
      .map(([, veld]) => veld)
      .filter(({ properties }) => !properties);

  test('every code means what the standard says', async () => {
    const standaard = new Map(await leesAttributen(bestand));
    const onze = velden().filter(({ enum: codes }) => codes !== undefined);
    for (const veld of onze) {
      const labels = Object.entries(veld['x-labels'] ?? {}).map(
        ([code, label]) => [code, gelijk(label)] as const,
      );
      expect([veld.title, new Map(labels)]).toEqual([veld.title, standaard.get(gelijk(veld.title ?? ''))]);
    }
    expect(onze.length).toBeGreaterThan(10);
  });

  test('every attribute of the standard is a field under its own name', async () => {
    const titels = new Set(velden().map(({ title }) => gelijk(title ?? '')));
    const ontbrekend = (await leesAttributen(bestand)).filter(([naam]) => !titels.has(naam));
    expect(ontbrekend.map(([naam]) => naam)).toEqual([]);
  });
});
