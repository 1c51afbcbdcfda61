import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { maakPartijen } from '../../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import type { GelezenRecord, Leespunt } from '../../../activities/aanlevering/lezer.ts';
import { geenHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { excel } from '../../support/excel.ts';
import { fuzzOpties } from '../../support/fuzz-opties.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { maakOds, odsInhoud, odsTabel } from '../../support/ods-maker.ts';
import { maakProfiel } from '../../support/profielen.ts';
import { vermink, verminkZip } from '../../support/vermink.ts';
import { vulIn } from '../../support/vul-sjabloon.ts';
import { gevuld } from '../../support/werkboek.ts';
import { Willekeur } from '../../support/willekeur.ts';
import { leesZip } from '../../support/zip-lezer.ts';

const soort = soorten.werkzoekende;
const { zaad, gevallen } = fuzzOpties();
/** Of processor time: what these small files cost if something in them can make a reader slow. */
const HOOGSTENS_MS = 10_000;
const HOOGSTENS_RECORDS = 3_000;

const profielen = ['a', 'b', 'c'].map((id) =>
  maakProfiel(new Willekeur(1), id, '1012AB'),
) as unknown as RecordInhoud[];
const tabel = [
  ['Klantnummer', 'Postcode', 'Rijbewijs', 'Uren', 'Taal 1', 'Toestemming', 'Mutatie'],
  ['17', '1012 AB', 'B, BE', '32 uur', 'Nederlands', 'Ja', ''],
  ['18', '1012AC', '', '24', 'eng', 'Nee', ''],
  ['19', '1012AC', 'AM', '8', '', 'Ja', 'Verwijderen'],
];
const csv = (scheiding: string): string =>
  tabel.map((rij) => rij.map((waarde) => `"${waarde}"`).join(scheiding)).join('\r\n');

/** What a file was made of, and how to make one that is nearly right. */
type Bron = readonly [string, (w: Willekeur) => Buffer];

async function bronnen(): Promise<Bron[]> {
  const sjabloonbladen = Object.entries(gevuld(soort, profielen)).map(([naam, rijen]) =>
    odsTabel(naam, rijen),
  );
  const zips = {
    'a template': await vulIn(soort, profielen, {}),
    'a template as .ods': maakOds('', { content: odsInhoud(sjabloonbladen.join('')) }),
    'own columns in Excel': await excel(tabel),
    'own columns in .ods': maakOds('', { content: odsInhoud(odsTabel('Klanten', tabel)) }),
  };
  const teksten = {
    JSON: Buffer.from(JSON.stringify(profielen, undefined, 1)),
    NDJSON: Buffer.from(profielen.map((profiel) => JSON.stringify(profiel)).join('\n')),
    CSV: Buffer.from(csv(';')),
    'CSV in UTF-16': Buffer.from(`\ufeff${csv('\t')}`, 'utf16le'),
    'CSV in Windows-1252': Buffer.from(csv(',').replaceAll('Nederlands', 'Café'), 'latin1'),
  };
  const delen = await Promise.all(
    Object.entries(zips).map(async ([naam, bytes]) => [naam, await leesZip(bytes)] as const),
  );
  return [
    ...delen.map(([naam, zip]): Bron => [naam, (w) => verminkZip(zip, w)]),
    ...Object.entries(teksten).map(([naam, bytes]): Bron => [naam, (w) => vermink(bytes, w)]),
  ];
}

const hulp = { ...geenHulp, sleutel: new Uint8Array(32).fill(7) };

/** Reads a file as an upload is read; says how that ended. */
async function leesAlsAanlevering(bytes: Uint8Array, w: Willekeur): Promise<string> {
  const bestand = geheugenBestand(bytes, w.geheel(1, 50_000));
  const modus = w.kies(['volledig', 'mutaties'] as const);
  const regels: number[] = [];
  const punten: Leespunt[] = [];
  async function* gezien(records: AsyncIterable<GelezenRecord>): AsyncGenerator<GelezenRecord> {
    for await (const record of records) {
      regels.push(record.regel);
      punten.push(record.volgende);
      yield record;
      if (regels.length >= HOOGSTENS_RECORDS) return;
    }
  }
  try {
    const { lees } = await kiesLezer(bestand, soort, hulp);
    let geteld = 0;
    for await (const { telling, records } of maakPartijen({ soort, modus }, gezien(lees(bestand)), 1_000)) {
      const { gelezen, geldig, foutief, zonderToestemming, verwijderingen } = telling;
      geteld += gelezen;
      if (modus === 'volledig') expect(geldig + foutief + zonderToestemming).toBe(gelezen);
      expect(records).toHaveLength(geldig - verwijderingen);
    }
    expect(geteld).toBe(regels.length);
    if (regels.length < HOOGSTENS_RECORDS && w.kans(0.3)) {
      const plek = w.geheel(0, regels.length);
      const vanaf = punten[plek - 1];
      const verder: number[] = [];
      for await (const { regel } of lees(bestand, vanaf)) verder.push(regel);
      expect(verder).toEqual(regels.slice(plek));
    }
    return 'read';
  } catch (fout) {
    if (!(fout instanceof OnleesbaarBestand)) throw fout;
    expect(fout.message).toMatch(/^[A-Z0-9“].*[.)]$/su);
    return 'refused';
  }
}

test(
  'a mutilated file gives records or is refused, in reasonable time, and nothing else',
  async () => {
    const alle = await bronnen();
    const uitkomsten = new Set<string>();
    for (let geval = zaad; geval < zaad + gevallen; geval++) {
      const w = new Willekeur(geval);
      const [naam, maak] = w.kies(alle);
      const bytes = maak(w);
      const begin = process.cpuUsage();
      try {
        uitkomsten.add(await leesAlsAanlevering(bytes, w));
        const { user, system } = process.cpuUsage(begin);
        expect((user + system) / 1000).toBeLessThan(HOOGSTENS_MS);
      } catch (cause) {
        const kopie = join(tmpdir(), `um-fuzz-${geval}`);
        writeFileSync(kopie, bytes);
        const weer = `UM_FUZZ_ZAAD=${geval} UM_FUZZ_GEVALLEN=1`;
        throw new Error(`${naam}, mutilated: see ${kopie}; again with ${weer}`, { cause });
      }
    }
    if (gevallen >= 100) expect([...uitkomsten].sort()).toEqual(['read', 'refused']);
  },
  60_000 + gevallen * 1_000,
);
