import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type JsonSchema, jsonSchema } from '../../domain/soorten/json-schema.ts';
import { soorten } from '../../domain/soorten/soorten.ts';

const map = process.env['VUM_STANDARD_DIR'];
if (!map)
  console.warn('VUM_STANDARD_DIR is not set: the code lists are not compared with the official workbooks');

/** `Opleiding / Code niveau opleiding` with the codes and labels, as `1 = Basisonderwijs`. */
type Lijsten = ReadonlyMap<string, readonly string[]>;

/** One line of the column "List of Values": `1 = Ja` in one workbook, `1<tab>Ja` in the other. */
const regel = /^([0-9A-Z]{1,3}\+?)\s*(?:=|\t)\s*(\S.*)$/;

const net = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim();
const sleutel = (entiteit: string, attribuut: string): string =>
  `${net(entiteit)} / ${net(attribuut)}`.toLowerCase();

/** The workbooks are not consistent in capitals, spaces and hyphens, nor in the entity that an attribute is of. */
const attribuut = (naam: string): string => (naam.split(' / ')[1] ?? '').replaceAll(/[\s-]/g, '');

/** Every attribute of the standard, with the lines of its code list: none where it has no list. */
async function officieel(bestand: string): Promise<Lijsten> {
  const werkmap = new ExcelJS.Workbook();
  await werkmap.xlsx.readFile(join(map ?? '', bestand));
  const blad = werkmap.getWorksheet('Attributen');
  if (!blad) throw new Error('No sheet Attributen');
  const koppen = (blad.getRow(1).values as unknown[]).map(String);
  const lijsten = new Map<string, readonly string[]>();
  blad.eachRow((rij, nummer) => {
    const cel = (kop: string): string => rij.getCell(koppen.indexOf(kop)).text;
    const regels = cel('List of Values')
      .split('\n')
      .flatMap((tekst) => {
        const deel = regel.exec(tekst.trim());
        return deel ? [`${deel[1] ?? ''} = ${net(deel[2] ?? '')}`] : [];
      });
    if (nummer > 1) lijsten.set(sleutel(cel('Entiteit'), cel('Attribuut')), regels);
  });
  return lijsten;
}

function onze(schema: JsonSchema, groep = '', gevonden = new Map<string, readonly string[]>()): Lijsten {
  if (schema.items) onze(schema.items, groep, gevonden);
  for (const veld of Object.values(schema.properties ?? {})) {
    const { title = '', enum: codes, 'x-labels': labels = {} } = veld;
    if (!veld.properties) {
      const regels = (codes ?? []).map((code) => `${code} = ${labels[`${code}`] ?? ''}`);
      gevonden.set(sleutel(schema.title ?? groep, title), regels);
    }
    onze(veld, title, gevonden);
  }
  return gevonden;
}

(map ? describe : describe.skip).each([
  ['waardelijsten-werkzoekende-v1.5.xlsx', soorten.werkzoekende, 23],
  ['waardelijsten-vacatures-v1.5.xlsx', soorten.vacature, 18],
] as const)('%s', (bestand, soort, aantal) => {
  test('holds the code lists of our schema, code for code and word for word, and no other', async () => {
    const lijsten = await officieel(bestand);
    const metCodes = (alle: Lijsten) =>
      Object.fromEntries([...alle].filter(([, regels]) => regels.length > 0));
    expect(Object.keys(metCodes(lijsten))).toHaveLength(aantal);
    expect(metCodes(onze(jsonSchema(soort.schema)))).toEqual(metCodes(lijsten));
  });

  test('names no attribute that our schema has not under the same name', async () => {
    const titels = new Set([...onze(jsonSchema(soort.schema)).keys()].map(attribuut));
    const ontbrekend = [...(await officieel(bestand)).keys()].filter((naam) => !titels.has(attribuut(naam)));
    expect(ontbrekend).toEqual([]);
  });
});
