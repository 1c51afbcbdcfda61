import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { json, startNepVum, type NepVum } from '../../support/nep-vum.ts';
import { maakTestCa, type TestCa, type TestCertificaat } from '../../support/test-certificaten.ts';
import { maakClient, oinUm, oinVum, proefSoort, vrager } from './proef.ts';

let ca: TestCa;
let server: TestCertificaat;
let um: TestCertificaat;
let vum: NepVum | undefined;

beforeAll(async () => {
  ca = await maakTestCa();
  [server, um] = await Promise.all([ca.geefUit(oinVum), ca.geefUit(oinUm)]);
});
afterEach(async () => {
  await vum?.sluit();
  vum = undefined;
});

/** Starts VUM with a certificate and asks it one detail with another. */
async function vraag(serverCert: TestCertificaat, tls: Partial<TestCertificaat>): Promise<unknown> {
  vum = await startNepVum(serverCert);
  vum.gedraag(json(200, { werkzoekende: { idWerkzoekende: '1' } }));
  const { client } = maakClient(vum.url, { tls: { ...um, ...tls } });
  return client.detail(proefSoort, { ...vrager, vumID: 'abc' }).finally(() => client.sluit());
}

test('UM shows its certificate, with its OIN, and checks that of VUM', async () => {
  await expect(vraag(server, {})).resolves.toEqual({ record: { idWerkzoekende: '1' } });
  expect(vum?.verzoeken[0]?.client).toBe(oinUm);
});

test('many calls share a few connections', async () => {
  vum = await startNepVum(server);
  vum.gedraag(json(200, { werkzoekende: { idWerkzoekende: '1' } }));
  const { client } = maakClient(vum.url, { tls: um, verbindingen: 2 });
  await Promise.all(
    Array.from({ length: 40 }, () => client.detail(proefSoort, { ...vrager, vumID: 'abc' })),
  ).finally(() => client.sluit());
  expect(vum.verzoeken).toHaveLength(40);
  expect(new Set(vum.verzoeken.map((verzoek) => verzoek.poort)).size).toBeLessThanOrEqual(2);
});

test('a VUM of another authority is not trusted, and asking again does not help', async () => {
  const vreemd = await (await maakTestCa()).geefUit(oinVum);
  await expect(vraag({ ...vreemd, ca: server.ca }, {})).rejects.toMatchObject({
    code: 'vum-verbinding-onveilig',
    retryable: false,
  });
});

test('an expired certificate of VUM is not trusted', async () => {
  const verlopen = await ca.geefUit(oinVum, { verlopen: true });
  await expect(vraag(verlopen, {})).rejects.toMatchObject({
    code: 'vum-verbinding-onveilig',
    reden: 'CERT_HAS_EXPIRED',
  });
});

test('VUM that does not know the certificate of UM is a failure of its own', async () => {
  const vreemd = await (await maakTestCa()).geefUit(oinUm);
  await expect(vraag(server, { cert: vreemd.cert, key: vreemd.key })).rejects.toMatchObject({
    code: expect.stringMatching(/^vum-(verbinding-onveilig|onbereikbaar)$/),
  });
});

test('TLS 1.1 is refused', async () => {
  const oud = createServer({
    ...server,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'ALL:@SECLEVEL=0',
  });
  oud.on('tlsClientError', () => undefined);
  oud.listen(0, '127.0.0.1');
  await once(oud, 'listening');
  const { client } = maakClient(`https://localhost:${(oud.address() as AddressInfo).port}`, { tls: um });
  await expect(client.detail(proefSoort, { ...vrager, vumID: 'abc' })).rejects.toMatchObject({
    code: 'vum-verbinding-onveilig',
  });
  await client.sluit();
  oud.close();
});
