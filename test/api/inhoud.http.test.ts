import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Koa from 'koa';
import { jsonBody } from '../../api/middleware/json-body.ts';
import { problemDetails } from '../../api/middleware/problem-details.ts';
import { closeServer, listen } from '../../ops/listen.ts';
import { createLogger } from '../../ops/logger.ts';
import { startApiOpstelling, type ApiOpstelling } from '../support/api-opstelling.ts';
import { gemeenteA } from '../support/identity.ts';

let om: ApiOpstelling;
beforeAll(async () => {
  om = await startApiOpstelling();
});
afterAll(() => om.stop());

const stelVraag = (headers: Record<string, string | number>): ClientRequest =>
  request(`${om.api.url}/v1/zoekvragen`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
  }).on('error', () => undefined);

async function antwoordVan(verzoek: ClientRequest) {
  const [antwoord] = (await once(verzoek, 'response')) as [IncomingMessage];
  const delen: Buffer[] = [];
  for await (const deel of antwoord) delen.push(deel as Buffer);
  return {
    status: antwoord.statusCode,
    body: JSON.parse(Buffer.concat(delen).toString()) as { code: string },
  };
}

test('whoever is not known gets his answer before anything is read of what he sends', async () => {
  const verzoek = stelVraag({ 'Content-Length': 10_000_000 });
  verzoek.write('{"soort":');
  expect(await antwoordVan(verzoek)).toMatchObject({ status: 401, body: { code: 'niet-aangemeld' } });
  verzoek.destroy();
});

test('who has not the role is refused before his body is looked at', async () => {
  const verzoek = stelVraag({ ...(await om.identity.as(gemeenteA, 'auditor')), 'Content-Length': 20 });
  verzoek.write('no JSON');
  expect(await antwoordVan(verzoek)).toMatchObject({ status: 403 });
  verzoek.destroy();
});

test('who goes on sending after the answer is cut off within seconds', async () => {
  const verzoek = stelVraag({ 'Content-Length': 10_000_000 });
  verzoek.write('{');
  await antwoordVan(verzoek);
  const dicht = once(verzoek, 'close');
  const klop = setInterval(() => void verzoek.write(' '), 100);
  try {
    expect(await Promise.race([dicht.then(() => 'cut off'), sleep(9_000, 'goes on')])).toBe('cut off');
  } finally {
    clearInterval(klop);
  }
});

test('a body that is larger than it may be is refused', async () => {
  const verzoek = stelVraag(await om.identity.as(gemeenteA, 'bemiddelaar'));
  verzoek.end(JSON.stringify({ vraagObject: 'x'.repeat(300_000) }));
  expect(await antwoordVan(verzoek)).toMatchObject({ status: 413, body: { code: 'inhoud-te-groot' } });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=iso-8859-1'])(
  'a body that calls itself %s is told to come as JSON in UTF-8',
  async (type) => {
    const headers = await om.identity.as(gemeenteA, 'bemiddelaar');
    const verzoek = stelVraag({ ...headers, 'Content-Type': type });
    verzoek.end('{}');
    expect(await antwoordVan(verzoek)).toMatchObject({ status: 415, body: { code: 'inhoud-geen-json' } });
  },
);

test('a body in UTF-8 that says so is read', async () => {
  const headers = await om.identity.as(gemeenteA, 'bemiddelaar');
  const verzoek = stelVraag({ ...headers, 'Content-Type': 'application/json; charset=UTF-8' });
  verzoek.end('{"soort": "iets"}');
  expect(await antwoordVan(verzoek)).toMatchObject({ status: 400, body: { code: 'ongeldig-verzoek' } });
});

test('a body that does not come to an end in time is answered with 408', async () => {
  const app = new Koa();
  app.use(problemDetails(createLogger('test', 'silent')));
  app.use(jsonBody(200));
  const handle = app.callback();
  const server = createServer((req, res) => void handle(req, res));
  const port = await listen(server, '127.0.0.1', 0);
  const verzoek = request(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': 100 },
  }).on('error', () => undefined);
  verzoek.write('{"a":');
  expect(await antwoordVan(verzoek)).toMatchObject({ status: 408, body: { code: 'verzoek-te-traag' } });
  verzoek.destroy();
  server.closeAllConnections();
  await closeServer(server);
});
