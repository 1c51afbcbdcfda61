import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApiOpstelling, type ApiOpstelling } from '../support/api-opstelling.ts';

let om: ApiOpstelling;
beforeAll(async () => {
  om = await startApiOpstelling();
});
afterAll(() => om.stop());

/** Sends the bytes and reads until the other side closes: everything that was answered. */
async function stuur(bytes: string): Promise<{ status: number; headers: string[]; tekst: string }> {
  const socket = connect(Number(new URL(om.api.url).port), '127.0.0.1');
  socket.write(bytes);
  const [kop = '', tekst = ''] = (await text(socket)).split('\r\n\r\n');
  const [eerste = '', ...headers] = kop.split('\r\n');
  return { status: Number(eerste.split(' ')[1]), headers, tekst };
}

const vraag = (...regels: string[]) =>
  ['GET /v1/publicaties HTTP/1.1', 'Host: um', 'Connection: close', ...regels, '', ''].join('\r\n');

test.each([
  ['40 kB of headers', vraag(`X-Veel: ${'x'.repeat(40_000)}`), 431, 'headers-te-groot', '16 kB'],
  ['a header that is none', vraag('X Y: z'), 400, 'ongeldig-verzoek', 'geen geldig HTTP'],
  ['no HTTP at all', 'geen http\r\n\r\n', 400, 'ongeldig-verzoek', 'geen geldig HTTP'],
  ['a tunnel', 'CONNECT elders:443 HTTP/1.1\r\nHost: e\r\n\r\n', 400, 'ongeldig-verzoek', 'geen geldig HTTP'],
])('%s is refused as everything else is', async (_, bytes, verwacht, code, zin) => {
  const { status, headers, tekst } = await stuur(bytes);
  expect(status).toBe(verwacht);
  const problem = JSON.parse(tekst) as { correlatieId: string };
  expect(problem).toMatchObject({
    status,
    code,
    type: `urn:um:fout:${code}`,
    detail: expect.stringContaining(zin),
  });
  expect(headers).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^API-Version: \d/),
      'Cache-Control: no-store',
      'Content-Type: application/problem+json',
      `X-Correlation-ID: ${problem.correlatieId}`,
      `Content-Length: ${String(Buffer.byteLength(tekst))}`,
    ]),
  );
});

test('an expectation that is not known is ignored', async () => {
  expect((await stuur(vraag('Expect: foo'))).status).toBe(401);
});
