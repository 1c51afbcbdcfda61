import { describe, expect, test } from '@jest/globals';
import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import { type ContractSchema, volledig } from '../../conformance/mutaties.ts';
import { officieleData, overgeslagen } from '../../support/officiele-data.ts';
import { alsWerkboek, type Bladen, gevuld } from '../../support/werkboek.ts';

const { werkzoekende, vacature } = soorten;
const data = officieleData();

async function terug(soort: Soort, bladen: Bladen): Promise<RecordInhoud[]> {
  const gelezen = await leesWerkboek(soort, alsWerkboek(bladen));
  const records: RecordInhoud[] = [];
  for await (const { lees } of gelezen?.records() ?? []) {
    const { record, fouten } = lees();
    expect(fouten).toEqual([]);
    records.push(record ?? {});
  }
  expect(gelezen?.losse).toEqual([]);
  return records;
}

/** A record with every field of the schema, made by the generator of the conformance tests. */
const metAlles = ({ schema, idVeld }: Soort, id: string): RecordInhoud => {
  const record = volledig(JSON.parse(JSON.stringify(schema)) as ContractSchema) as RecordInhoud;
  return { ...record, [idVeld]: id };
};

/** The same record with every list, text or group in turn made empty, at any depth. */
function* metLeegte(waarde: unknown): Generator {
  if (Array.isArray(waarde)) {
    yield [];
    for (const leeg of metLeegte(waarde[0])) yield [waarde[0], leeg, waarde[0]];
  } else if (typeof waarde === 'object' && waarde !== null) {
    yield {};
    for (const [naam, veld] of Object.entries(waarde)) {
      const { [naam]: _weg, ...rest } = waarde as RecordInhoud;
      yield rest;
      for (const leeg of metLeegte(veld)) yield { ...waarde, [naam]: leeg };
    }
  } else if (typeof waarde === 'string') {
    yield* ['', ' spatie ', 'twee\nregels', '(lege tekst)', '\\(lege lijst)', '=1+1', '007'];
  }
}

describe.each([werkzoekende, vacature])('a template of $meervoud, filled and read back', (soort) => {
  (data ? test : test.skip)(data ? 'gives the official samples without loss' : overgeslagen, async () => {
    const records = data?.records[soort.naam] ?? [];
    expect(records.length).toBeGreaterThan(200);
    expect(await terug(soort, gevuld(soort, records))).toEqual(records);
  });

  test('gives a record with every field', async () => {
    const records = [metAlles(soort, 'A'), metAlles(soort, 'B')];
    expect(await terug(soort, gevuld(soort, records))).toEqual(records);
  });

  test('tells every empty list, text and group from an absent one, and odd texts from marks', async () => {
    const vrij = (naam: string, veld: unknown): boolean =>
      typeof veld !== 'string' || naam.startsWith('naam');
    const records: RecordInhoud[] = [];
    for (const deel of metLeegte(alleenVrij(metAlles(soort, 'x'), vrij))) {
      records.push({ ...(deel as RecordInhoud), [soort.idVeld]: `R${records.length}` });
    }
    expect(records.length).toBeGreaterThan(50);
    expect(await terug(soort, gevuld(soort, records))).toEqual(records.map(metKaleAdressen));
  });
});

/** Without the texts of a fixed form, which hold no odd texts. */
function alleenVrij(waarde: unknown, vrij: (naam: string, veld: unknown) => boolean): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => alleenVrij(deel, vrij));
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const velden = Object.entries(waarde).filter(([naam, veld]) => vrij(naam, veld));
  return Object.fromEntries(velden.map(([naam, veld]) => [naam, alleenVrij(veld, vrij)]));
}

/** White space around an address or a number means nothing, and is no part of what comes back. */
const metKaleAdressen = (record: RecordInhoud): RecordInhoud =>
  JSON.parse(JSON.stringify(record), (naam, veld: unknown) =>
    ['emailadres', 'telefoonnummer'].includes(naam) && Array.isArray(veld)
      ? veld.map((adres: string) => adres.trim())
      : veld,
  ) as RecordInhoud;
