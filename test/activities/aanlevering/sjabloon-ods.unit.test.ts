import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { maakSjabloon } from '../../../api/sjablonen/sjabloon.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { maakOds, odsInhoud, odsTabel } from '../../support/ods-maker.ts';
import { profiel } from '../../support/profiel.ts';
import { gevuld } from '../../support/werkboek.ts';

const { werkzoekende } = soorten;
const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((pad) => existsSync(pad));

/** More rows on the main sheet and on the others than are kept of a sheet. */
const records = Array.from({ length: 40 }, (_, nummer) =>
  profiel(`P-${nummer}`, {
    persoonlijkePresentatie: ` ruim  gespatieerd \nop regel ${nummer} `,
    arbeidsmarktkwalificatie: {
      taalbeheersing: [{ codeTaal: 'nld' }, { codeTaal: 'eng' }],
      interesse: nummer % 2 === 0 ? [] : [{ naamInteresse: '0012' }],
    },
    telefoonnummer: ['0140000000'],
  }),
) as RecordInhoud[];

async function lees(bytes: Uint8Array) {
  const bestand = geheugenBestand(bytes);
  const { formaat, lees } = await kiesLezer(bestand, werkzoekende);
  const gelezen = await leesAlles(lees(bestand));
  expect(gelezen.flatMap(({ fouten }) => fouten)).toEqual([]);
  return { formaat, records: gelezen.map(({ record }) => record) };
}

describe('a filled-in template as .ods', () => {
  test('gives the same records, its parts with them', async () => {
    const tabellen = Object.entries(gevuld(werkzoekende, records)).map(([naam, rijen]) =>
      odsTabel(naam, rijen),
    );
    const bytes = maakOds('', { content: odsInhoud(tabellen.join('')) });
    expect(await lees(bytes)).toEqual({ formaat: 'ods', records });
  });
});

describe(`a template that LibreOffice stored${soffice ? '' : ' (skipped: LibreOffice is not installed)'}`, () => {
  (soffice ? test : test.skip)(
    'as .ods gives the same records',
    async () => {
      const map = await mkdtemp(join(tmpdir(), 'um-libreoffice-'));
      try {
        const bron = join(map, 'sjabloon.xlsx');
        await writeFile(bron, await maakSjabloon(werkzoekende, records));
        const profielmap = `-env:UserInstallation=file://${map}/profiel`;
        const naar = ['--headless', '--convert-to', 'ods', '--outdir', join(map, 'uit'), bron];
        await promisify(execFile)(soffice ?? '', [profielmap, ...naar]);
        expect(await lees(await readFile(join(map, 'uit', 'sjabloon.ods')))).toEqual({
          formaat: 'ods',
          records,
        });
      } finally {
        await rm(map, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
