import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { meetBronStand } from '../../../api/bron/meet-stand.ts';
import { Uitstel } from '../../../api/bron/index/uitstel.ts';
import { OIN, startBron, type BronOpstelling } from '../../support/bron-opstelling.ts';
import { publiceer } from '../../support/publiceer.ts';

let om: BronOpstelling;
beforeAll(async () => {
  om = await startBron();
});
afterAll(() => om.stop());

const werkzoekende = (id: string) => ({
  idWerkzoekende: id,
  mobiliteit: { bemiddelingspostcode: '1012AB', maximaleReisafstand: 20 },
});
const vraag = { selectiegebied: { postcode: '1012AB', afstand: 999 } };
const zoek = (gemeente: string) => om.zoek('werkzoekendeProfielen', vraag, gemeente);
const klachten = () => om.logregels.filter((regel) => regel.includes('Could not load'));

/** An active publicatie with one record of which the text is broken off. */
async function publiceerKapot(oin: string): Promise<void> {
  const { db } = om.database;
  const id = 'kapotte-publicatie';
  await db('gemeenten').insert({ oin, naam: 'Kapot' });
  const nummer = 99;
  await db('publicaties').insert({
    ...{ nummer, id, oin, soort: 'werkzoekende', aanlevering_id: id, status: 'actief', aantal: 1 },
    aangemaakt_op: new Date().toISOString(),
  });
  await db('publicatie_records').insert({
    publicatie_nummer: nummer,
    record_id: 'w1',
    regel: 1,
    inhoud: '{"id',
  });
  await db('actieve_publicaties').insert({ oin, soort: 'werkzoekende', publicatie_id: id, versie: 99 });
}

test('a publicatie that cannot be loaded harms no other, is told of once, and is found when it can be', async () => {
  await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', [werkzoekende('goed')]);
  await om.bijgewerkt();
  await publiceerKapot(OIN.buurgemeente);
  for (let n = 0; n < 100 && om.bron.stand().mislukt === 0; n++) await sleep(50);

  expect(om.bron.stand()).toMatchObject({ gereed: true, geladen: 1, actief: 2, mislukt: 1 });
  expect((await zoek(OIN.gemeente)).status).toBe(200);
  expect((await zoek(OIN.buurgemeente)).status).toBe(503);
  const registry = new Registry();
  meetBronStand(registry, om.bron);
  expect(await registry.metrics()).toContain('um_bron_publicaties{stand="mislukt"} 1');

  // Several looks and at least one more attempt later.
  await sleep(1_500);
  expect(klachten()).toHaveLength(1);

  const inhoud = JSON.stringify(werkzoekende('w1'));
  await om.database.db('publicatie_records').where({ record_id: 'w1' }).update({ inhoud });
  for (let n = 0; n < 200 && om.bron.stand().mislukt > 0; n++) await sleep(50);
  expect((await zoek(OIN.buurgemeente)).status).toBe(200);
  expect(om.bron.stand()).toMatchObject({ gereed: true, geladen: 2, mislukt: 0 });
}, 30_000);

test('what fails is tried again after ever longer pauses, and told again when the reason is another', () => {
  let nu = 0;
  const uitstel = new Uitstel(() => nu);
  const pauzes: number[] = [];
  for (let keer = 0; keer < 12; keer++) {
    expect(uitstel.mislukt('p', new Error('x'))).toBe(keer === 0);
    const van = nu;
    while (!uitstel.mag('p')) nu += 500;
    pauzes.push(nu - van);
  }
  expect(pauzes.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(pauzes.at(-1)).toBe(300_000);
  expect(uitstel.mislukt('p', new Error('y'))).toBe(true);
  expect(uitstel.gelukt('p')).toBe(13);
  expect(uitstel.mag('p')).toBe(true);
});
