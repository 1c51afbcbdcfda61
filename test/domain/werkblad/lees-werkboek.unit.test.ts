import { describe, expect, test } from '@jest/globals';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { alsWerkboek, type Bladen, gevuld } from '../../support/werkboek.ts';

const { werkzoekende, vacature } = soorten;

const profiel = (id: string, ...talen: string[]) => ({
  idWerkzoekende: id,
  mobiliteit: { bemiddelingspostcode: '1234AB' },
  ...(talen.length > 0 && {
    arbeidsmarktkwalificatie: { taalbeheersing: talen.map((codeTaal) => ({ codeTaal })) },
  }),
});

async function lees(bladen: Bladen, soort = werkzoekende) {
  const gelezen = await leesWerkboek(soort, alsWerkboek(bladen));
  if (!gelezen) throw new Error('Not recognised as a template');
  const records = [];
  for await (const { lees: leesRecord } of gelezen.records()) records.push(leesRecord());
  return { records, losse: gelezen.losse };
}

describe('a workbook with repeating parts', () => {
  const [a, b, c] = [profiel('A', 'nld', 'eng'), profiel('B'), profiel('C', 'tur')];

  test('may have its rows in any order on any sheet', async () => {
    const bladen = gevuld(werkzoekende, [a, b, c]);
    const [titels = [], sleutels = [], ...rijen] = bladen['Taalbeheersing'] ?? [];
    bladen['Taalbeheersing'] = [titels, sleutels, rijen[2] ?? [], rijen[0] ?? [], rijen[1] ?? []];
    expect((await lees(bladen)).records.map(({ record }) => record)).toEqual([a, b, c]);
  });

  test('may have its columns in any order, and lose its hidden names', async () => {
    const bladen = gevuld(werkzoekende, [a, c]);
    for (const rijen of Object.values(bladen)) for (const rij of rijen) (rij as unknown[]).reverse();
    const zonder = Object.entries(bladen).map(([naam, [titels = [], , ...rijen]]) => [
      naam,
      [titels, ...rijen],
    ]);
    expect((await lees(bladen)).records.map(({ record }) => record)).toEqual([a, c]);
    const gelezen = await lees(Object.fromEntries(zonder) as Bladen);
    expect(gelezen.records.map(({ record }) => record)).toEqual([a, c]);
  });

  test('in order is read along, one record at a time, however long', async () => {
    const profielen = Array.from({ length: 2_000 }, (_, nummer) => profiel(`P${nummer}`, 'nld', 'eng'));
    const werkboek = alsWerkboek(gevuld(werkzoekende, profielen));
    const gelezen = await leesWerkboek(werkzoekende, werkboek, { wachtendeTekens: 0, losseRijen: 0 });
    const vooraf = werkboek.gelezenRijen();
    await gelezen?.records().next();
    expect(werkboek.gelezenRijen() - vooraf).toBeLessThan(20);
  });

  test('out of order is refused where it would not fit in memory, with what to do', async () => {
    const bladen = gevuld(werkzoekende, [a, c]);
    const [titels = [], sleutels = [], ...rijen] = bladen['Taalbeheersing'] ?? [];
    bladen['Taalbeheersing'] = [titels, sleutels, ...rijen.reverse()];
    const poging = leesWerkboek(werkzoekende, alsWerkboek(bladen), { wachtendeTekens: 10, losseRijen: 9 });
    await expect(poging).rejects.toThrow(OnleesbaarBestand);
    await expect(poging).rejects.toThrow(/Sorteer alle bladen/);
  });

  test.each([
    ['in order', [0, 1, 2, 3]],
    ['out of order', [3, 2, 1, 0]],
  ])(
    '%s refuses the record that has more rows than a record holds, and no other',
    async (_naam, volgorde) => {
      const bladen = gevuld(werkzoekende, [profiel('A', 'nld', 'eng', 'tur'), c]);
      const [titels = [], sleutels = [], ...rijen] = bladen['Taalbeheersing'] ?? [];
      bladen['Taalbeheersing'] = [titels, sleutels, ...volgorde.map((plaats) => rijen[plaats] ?? [])];
      const gelezen = await leesWerkboek(werkzoekende, alsWerkboek(bladen), { recordTekens: 500 });
      if (gelezen === undefined) throw new Error('not a template');
      const records = (await leesAlles(gelezen.records())).map(({ lees: leesRecord }) => leesRecord());
      expect(records.map(({ fouten }) => fouten.map(({ fout }) => fout.code))).toEqual([['te-groot'], []]);
      expect(records[1]?.record).toEqual(c);
    },
  );

  test('is refused where its ids are more than can be remembered', async () => {
    const poging = leesWerkboek(werkzoekende, alsWerkboek(gevuld(werkzoekende, [a, b])), { idTekens: 1 });
    await expect(poging).rejects.toThrow(/kortere ID's/);
  });

  test('tells of rows that belong to no record, and of ids that stand there twice', async () => {
    const bladen = gevuld(werkzoekende, [a, a]);
    bladen['Taalbeheersing']?.push(['X', 'nld'], [undefined, 'eng'], ['A']);
    const { records, losse } = await lees(bladen);
    expect(losse.map(({ fout, plaats }) => [fout.code, plaats?.rij])).toEqual([
      ['onbekend-id', 7],
      ['geen-id', 8],
    ]);
    expect(records.map(({ fouten }) => fouten.map(({ fout }) => fout.code))).toEqual([
      ['dubbel-id'],
      ['dubbel-id'],
    ]);
  });

  test('leaves out examples, on every sheet', async () => {
    const bladen = gevuld(werkzoekende, [profiel('voorbeeld', 'nld'), b]);
    const { records, losse } = await lees(bladen);
    expect([records.map(({ record }) => record), losse]).toEqual([[b], []]);
  });

  test.each(['Werkzoekenden', 'Taalbeheersing'])(
    'is refused with a copy of %s that has rows, wherever it stands',
    async (naam) => {
      const bladen = gevuld(werkzoekende, [a]);
      const [titels = [], sleutels = []] = bladen[naam] ?? [];
      const kopie = [titels, sleutels, ['D', 'nld']];
      for (const metKopie of [
        { ...bladen, [`${naam} (2)`]: kopie },
        { [`${naam} (2)`]: kopie, ...bladen },
      ]) {
        const poging = lees(metKopie);
        await expect(poging).rejects.toMatchObject({ code: 'bestand-kolommen' });
        await expect(poging).rejects.toThrow(new RegExp(`“${naam}( \\(2\\))?” en “${naam}( \\(2\\))?”`));
      }
      const leeg = { ...bladen, [`${naam} (2)`]: [titels, sleutels, ['VOORBEELD', 'nld']] };
      expect((await lees(leeg)).records.map(({ record }) => record)).toEqual([a]);
    },
  );

  test('is no template when its main sheet is not there', async () => {
    const vreemd = alsWerkboek({
      Blad1: [
        ['naam', 'postcode'],
        ['x', '1234AB'],
      ],
    });
    expect(await leesWerkboek(werkzoekende, vreemd)).toBeUndefined();
  });
});

describe('a part within a part', () => {
  const bladen = (
    contacten: (string | number | undefined)[][],
    adressen: (string | number | undefined)[][],
  ): Bladen => {
    const leeg = gevuld(vacature, [{ idVacature: 'V', adres: { postcode: '1234AB' } }]);
    leeg['Contactpersoon-afdeling']?.push(...contacten);
    leeg['E-mailadres']?.push(...adressen);
    return leeg;
  };

  test('finds its element by number, or without one where there is only one', async () => {
    const twee = bladen(
      [
        ['V', 7, 'Balie'],
        ['V', 3, 'Loket'],
      ],
      [
        ['V', 3, 'l@a.example'],
        ['V', 7, 'b@a.example'],
      ],
    );
    const een = bladen([['V', undefined, 'Balie']], [['V', undefined, 'b@a.example']]);
    expect((await lees(twee, vacature)).records[0]?.record).toMatchObject({
      werkgever: {
        contactpersoon: [
          { naamContactpersoonAfdeling: 'Balie', emailadres: ['b@a.example'] },
          { naamContactpersoonAfdeling: 'Loket', emailadres: ['l@a.example'] },
        ],
      },
    });
    expect((await lees(een, vacature)).records[0]?.record).toMatchObject({
      werkgever: { contactpersoon: [{ emailadres: ['b@a.example'] }] },
    });
  });

  test('is a fault of its row when its number is not there, or is there twice', async () => {
    const { records } = await lees(
      bladen(
        [
          ['V', 1, 'Balie'],
          ['V', 1, 'Loket'],
        ],
        [['V', 2, 'b@a.example']],
      ),
      vacature,
    );
    expect(records[0]?.fouten.map(({ fout, plaats }) => [fout.code, plaats])).toEqual([
      ['dubbel-nummer', { blad: 'Contactpersoon-afdeling', rij: 4 }],
      ['onbekend-nummer', { blad: 'E-mailadres', rij: 3 }],
    ]);
  });
});

describe('a cell that is wrong', () => {
  test('is told by its field, with its place, and so is a fault found later', async () => {
    const bladen = gevuld(werkzoekende, [profiel('A', 'nld', 'eng')]);
    bladen['Taalbeheersing']?.push(['A', 'tur', 'Redelijk', 'vloeiend', '3 - Goed']);
    const [gelezen] = (await lees(bladen)).records;
    expect(gelezen?.record).toMatchObject({
      arbeidsmarktkwalificatie: {
        taalbeheersing: { 2: { codeNiveauTaalbeheersingLezen: 2, codeNiveauTaalbeheersingMondeling: 3 } },
      },
    });
    expect(gelezen?.fouten).toEqual([
      {
        fout: {
          pad: '/arbeidsmarktkwalificatie/taalbeheersing/2/codeNiveauTaalbeheersingLuisteren',
          code: 'waarde',
          melding: expect.stringMatching(
            /^Code niveau taalbeheersing luisteren \(taalbeheersing 3\) .*2 \(Redelijk\)/,
          ),
          ernst: 'fout',
        },
        plaats: { blad: 'Taalbeheersing', rij: 5, kolom: 3 },
      },
    ]);
    expect(gelezen?.plaatsVan('/mobiliteit/maximaleReistijd')).toEqual({
      blad: 'Werkzoekenden',
      rij: 3,
      kolom: 3,
    });
    expect(gelezen?.plaatsVan('/arbeidsmarktkwalificatie/taalbeheersing/1/codeTaal')?.rij).toBe(4);
  });
});
