import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test } from '@jest/globals';
import { bedienRijen } from '../../../../activities/aanlevering/rijen/bedien-rijen.ts';
import { codeerRijen, ontcijferRijen } from '../../../../activities/aanlevering/rijen/codeer-rijen.ts';
import { WerkboekUitDraad } from '../../../../activities/aanlevering/rijen/werkboek-uit-draad.ts';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Rij } from '../../../../domain/werkblad/rij.ts';
import type { Werkboek } from '../../../../domain/werkblad/werkboek.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { alsWerkboek } from '../../../support/werkboek.ts';

const rijen = (aantal: number, naam: string) =>
  Array.from({ length: aantal }, (_, nummer) => [`${naam}-${nummer}`, nummer]);
const bladen = { Een: rijen(1_050, 'een'), Twee: rijen(3, 'twee'), Leeg: [] };

let einde: () => Promise<void> = () => Promise.resolve();
afterEach(() => einde());

/** The workbook as another thread has it, through a real port. */
async function door(werkboek: Werkboek | (() => Promise<Werkboek>)): Promise<WerkboekUitDraad> {
  const { port1, port2 } = new MessageChannel();
  const open = typeof werkboek === 'function' ? werkboek : () => Promise.resolve(werkboek);
  const bediend = bedienRijen(port2, open, () => 42);
  einde = async () => {
    port1.close();
    await bediend;
  };
  return WerkboekUitDraad.open(port1);
}

test('rows come through a text as they were', () => {
  const wat: Rij[] = [
    {
      rij: 7,
      cellen: [
        undefined,
        { soort: 'tekst', tekst: 'regel\neen "twee" \ud800 é' },
        { soort: 'tekst', tekst: '' },
        { soort: 'getal', tekst: '12', weergave: '0012' },
        { soort: 'getal', tekst: '-0.5' },
        { soort: 'datum', tekst: '2026-03-01' },
        { soort: 'tijd', tekst: '08:30:00' },
        { soort: 'waar', tekst: 'true' },
        { soort: 'fout', tekst: '#N/B' },
      ],
    },
    { rij: 9, cellen: [] },
  ];
  expect(ontcijferRijen(codeerRijen(wat))).toEqual(wat);
});

describe('a workbook that another thread reads', () => {
  test('has its sheets and rows, each sheet as often as asked', async () => {
    const hier = alsWerkboek(bladen);
    const daar = await door(hier);
    expect(daar.bladnamen).toEqual(['Een', 'Twee', 'Leeg']);
    for (const blad of [0, 1, 2, 0]) {
      expect(await leesAlles(daar.rijen(blad))).toEqual(await leesAlles(hier.rijen(blad)));
    }
    expect(daar.positie).toBe(42);
  });

  test('can have several sheets read side by side', async () => {
    const daar = await door(alsWerkboek(bladen));
    const [een, twee] = [daar.rijen(0), daar.rijen(1)];
    const om: unknown[] = [];
    for (let keer = 0; keer < 4; keer++) {
      for (const stroom of [een, twee])
        om.push(((await stroom.next()).value as Rij | undefined)?.cellen[0]?.tekst);
    }
    expect(om).toEqual(['een-0', 'twee-0', 'een-1', 'twee-1', 'een-2', 'twee-2', 'een-3', undefined]);
    expect(await leesAlles(een)).toHaveLength(1_046);
  });

  test('is not read much further than is asked for', async () => {
    const hier = alsWerkboek({ Een: rijen(5_000, 'een') });
    const daar = await door(hier);
    for await (const rij of daar.rijen(0)) if (rij.rij === 10) break;
    expect((await leesAlles(daar.rijen(0))).length).toBe(5_000);
    expect(hier.gelezenRijen()).toBeLessThan(5_500);
  });

  test('says why it cannot be opened', async () => {
    const open = () => Promise.reject(new OnleesbaarBestand('bestand-formaat', 'Haal het wachtwoord eraf.'));
    await expect(door(open)).rejects.toMatchObject({
      code: 'bestand-formaat',
      message: 'Haal het wachtwoord eraf.',
    });
  });

  test('hands out the rows before the one that cannot be read, and then says why', async () => {
    const kapot: Werkboek = {
      bladnamen: ['Een'],
      async *rijen() {
        for (const rij of [1, 2]) yield await Promise.resolve({ rij, cellen: [] });
        throw new OnleesbaarBestand('bestand-beschadigd', 'Rij 3 is stuk.', { regel: 3 });
      },
    };
    const daar = await door(kapot);
    await expect(leesAlles(daar.rijen(0))).rejects.toMatchObject({ plaats: { regel: 3 } });
  });
});
