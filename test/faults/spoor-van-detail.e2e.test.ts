import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../ops/local/ports.ts';
import { findTemporalCli } from '../../ops/local/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../ops/local/temporal-server.ts';
import { json, type Gedrag } from '../support/nep-vum.ts';
import { detail, matches, startZoekOpstelling, type ZoekOpstelling } from '../support/zoek-opstelling.ts';

const kenmerk = `KENMERK-${process.pid}-zilverreiger`;
let map: string;
let temporal: TemporalServer;
let um: ZoekOpstelling;

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'um-spoor-'));
  temporal = await startTemporalServer({
    executable: await findTemporalCli(process.env, () => undefined),
    port: await freePort(),
    dbFile: join(map, 'temporal.sqlite'),
    logFile: join(map, 'temporal.log'),
    restart: false,
    say: () => undefined,
  });
  um = await startZoekOpstelling({ temporalAddress: temporal.address, detailMs: 500 });
}, 90_000);
afterAll(async () => {
  await um.stop();
  await temporal.stop();
  rmSync(map, { recursive: true, force: true });
});

/** Ways for a detail to arrive, and to go wrong with the detail in hand. */
const gevallen: [string, number, Gedrag][] = [
  ['delivered', 201, json(200, detail(kenmerk))],
  ['with a field that the contract does not know', 502, json(200, { werkzoekende: { [kenmerk]: kenmerk } })],
  ['of the wrong type', 502, json(200, { werkzoekende: kenmerk, bronID: 'x'.repeat(201) })],
  ['as text', 502, (_, res) => void res.writeHead(200, { 'content-type': 'text/plain' }).end(kenmerk)],
  [
    'as broken JSON',
    502,
    (_, res) => void res.writeHead(200, { 'content-type': 'application/json' }).end(`{"a":"${kenmerk}`),
  ],
  ['in an error', 502, json(500, { code: kenmerk, message: kenmerk, details: kenmerk })],
  ['in a refusal', 422, json(400, { code: '400.01', message: kenmerk })],
  [
    'cut off',
    503,
    (_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
      res.write(`{"a":"${kenmerk}`);
      setTimeout(() => res.destroy(), 50);
    },
  ],
  [
    'never ending',
    504,
    (_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write(`{"a":"${kenmerk}`);
    },
  ],
];

test('what stands in a detail is found nowhere afterwards', async () => {
  let bijDetail: Gedrag = () => undefined;
  um.vum.gedraag((verzoek, antwoord) =>
    verzoek.methode === 'POST' ? json(200, matches(20))(verzoek, antwoord) : bijDetail(verzoek, antwoord),
  );
  const vraagObject = { selectiegebied: { postcode: '1012AB', afstand: 10 } };
  const { headers } = await um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject },
  });
  const pad = `${headers.get('location')}/detailvragen`;
  for (const [hoe, status, gedrag] of gevallen) {
    bijDetail = gedrag;
    const antwoord = await um.vraag('POST', pad, { body: { vumID: 'vum-1', reden: 'gesprek voorbereiden' } });
    expect([hoe, antwoord.status]).toEqual([hoe, status]);
    if (status === 201) expect(JSON.stringify(antwoord.body)).toContain(kenmerk);
    else expect(JSON.stringify(antwoord.body)).not.toContain(kenmerk);
  }
  await sleep(500);

  expect(um.log.join('')).not.toContain(kenmerk);
  const eigen = um.databaseUrl.startsWith('sqlite:')
    ? [join(um.databaseUrl.slice('sqlite:'.length), '..')]
    : [];
  const bekeken = [...bestanden(map), ...eigen.flatMap(bestanden), ...recent(tmpdir()), ...servers(tmpdir())];
  expect(bekeken.some((bestand) => bestand.endsWith('temporal.sqlite'))).toBe(true);
  const gevonden = bekeken.filter((bestand) => bevat(bestand, kenmerk));
  expect(gevonden).toEqual([]);
  // The search itself must be able to find something: the address of the zoekvraag does stand in Temporal's database.
  const id = String(headers.get('location')).split('/').at(-1) ?? '';
  expect(bestanden(map).some((bestand) => bevat(bestand, id))).toBe(true);
}, 60_000);

function bestanden(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What lies loose in the temp folder and was written since this test started. */
function recent(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
    .filter((bestand) => statSync(bestand).mtimeMs > Date.now() - 120_000);
}

/** The data folders of servers that the test run started, MariaDB's among them. */
function servers(folder: string): string[] {
  return readdirSync(folder)
    .filter((naam) => naam.startsWith('um-test-'))
    .flatMap((naam) => bestanden(join(folder, naam)));
}

function bevat(bestand: string, tekst: string): boolean {
  // Another test file may have cleaned up in the meantime.
  if (!existsSync(bestand)) return false;
  const inhoud = readFileSync(bestand);
  return inhoud.includes(tekst) || inhoud.includes(Buffer.from(tekst, 'utf16le'));
}
