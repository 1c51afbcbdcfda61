import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as wacht } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bronContract } from '../../support/bron-contract.ts';
import { headers, OIN, startBron, type BronOpstelling } from '../../support/bron-opstelling.ts';
import { officieleData } from '../../support/officiele-data.ts';
import { publiceer } from '../../support/publiceer.ts';

const pad = '/werkzoekendeProfielen/matches';
const vraag = JSON.stringify({ vraagObject: { selectiegebied: { postcode: '3511AB', afstand: 999 } } });
const gewoon = { Host: 'bron', ...headers, 'Content-Type': 'application/json', Connection: 'close' };
const compleet: Record<string, string> = { ...gewoon, 'Content-Length': String(vraag.length) };
const { Host: _, ...zonderHost } = compleet;

let om: BronOpstelling;
beforeAll(async () => {
  om = await startBron();
  await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', [
    { idWerkzoekende: 'a', mobiliteit: { bemiddelingspostcode: '3511AB' } },
  ]);
  await om.bijgewerkt();
});
afterAll(() => om.stop());

async function verbind(): Promise<TLSSocket> {
  const socket = connect({ ...(await om.clientTls(OIN.vum)), port: Number(new URL(om.url).port) });
  await once(socket, 'secureConnect');
  return socket;
}

const bericht = (regels: Record<string, string>, lichaam = vraag, regel = `POST ${pad}`): string =>
  `${regel} HTTP/1.1\r\n${Object.entries(regels)
    .map(([naam, waarde]) => `${naam}: ${waarde}\r\n`)
    .join('')}\r\n${lichaam}`;

/** Sends the bytes and reads until the other side closes: everything that was answered. */
async function stuur(bytes: string): Promise<ReturnType<typeof lees>> {
  const socket = await verbind();
  socket.write(bytes);
  return lees(await text(socket));
}

function lees(ruw: string): { status: number; headers: Record<string, string>; tekst: string } {
  const [kop = '', tekst = ''] = ruw.split('\r\n\r\n');
  const [eerste = '', ...regels] = kop.split('\r\n');
  const paren = regels.map((regel) => regel.split(': ') as [string, string]);
  const gelezen = Object.fromEntries(paren.map(([naam, waarde]) => [naam.toLowerCase(), waarde]));
  return { status: Number(eerste.split(' ')[1]), headers: gelezen, tekst };
}

describe('what is no request for Node is answered as the contract has it', () => {
  test.each([
    ['40 kB of headers', bericht({ ...compleet, 'X-Veel': 'x'.repeat(40_000) }), '400.01'],
    ['a request without a Host', bericht(zonderHost), '400.02'],
    ['no HTTP at all', 'geen http\r\n\r\n', '400.01'],
    ['a length beside chunks', bericht({ ...compleet, 'Transfer-Encoding': 'chunked' }), '400.01'],
    ['a chunk without a length', bericht({ ...gewoon, 'Transfer-Encoding': 'chunked' }, 'zz\r\n'), '400.01'],
    ['a header that is none', bericht({ ...compleet, 'X Y': 'z' }), '400.01'],
    ['a tunnel', 'CONNECT elders:443 HTTP/1.1\r\nHost: elders\r\n\r\n', '400.01'],
  ])('%s', async (_, bytes, code) => {
    const antwoord = await stuur(bytes);
    expect(antwoord).toMatchObject({
      status: 400,
      headers: {
        'api-version': '3.0.0',
        'x-vum-berichtversie': '3.0.0',
        'content-type': 'application/json',
        'content-length': String(antwoord.tekst.length),
        connection: 'close',
      },
    });
    expect(JSON.parse(antwoord.tekst)).toEqual(expect.objectContaining({ code }));
    const data = officieleData();
    if (data) expect(bronContract(data.map)('POST', pad, antwoord)).toEqual([]);
  });

  test('an expectation that is not known is ignored', async () => {
    const { status, tekst } = await stuur(bericht({ ...compleet, Expect: 'foo' }));
    expect([status, JSON.parse(tekst)]).toEqual([
      200,
      expect.objectContaining({ matches: [expect.anything()] }),
    ]);
  });
});

test.each(['X-VUM-toParty', 'X-VUM-fromParty', 'X-VUM-viaParty', 'X-VUM-SUWIparty'])(
  '%s twice makes the call invalid, and the answer names one',
  async (naam) => {
    const {
      status,
      headers: gekregen,
      tekst,
    } = await stuur(bericht({ [naam.toLowerCase()]: OIN.buurgemeente, ...compleet }));
    expect([status, JSON.parse(tekst)]).toEqual([400, expect.objectContaining({ code: '400.01' })]);
    const antwoordt = naam === 'X-VUM-toParty' ? OIN.buurgemeente : OIN.gemeente;
    expect(gekregen).toMatchObject({ 'x-vum-fromparty': antwoordt });
    expect([gekregen['x-vum-toparty'], gekregen['x-vum-viaparty']].join()).toMatch(/^\d{20},\d{20}$/);
  },
);

test('a party that is not named is not in the answer', async () => {
  const { 'X-VUM-toParty': _, ...zonder } = compleet;
  const { status, headers: gekregen } = await stuur(bericht(zonder));
  expect([status, gekregen['x-vum-fromparty'], gekregen['x-vum-toparty']]).toEqual([
    400,
    undefined,
    OIN.bemiddelaar,
  ]);
});

test.each([`https://bron:8443${pad}`, `HTTP://bron${pad}?a=b`, `${pad}?a=b`])(
  'asking for %s is asking for its path',
  async (doel) => {
    const { status, tekst } = await stuur(bericht(compleet, vraag, `POST ${doel}`));
    expect([status, JSON.parse(tekst)]).toEqual([
      200,
      expect.objectContaining({ matches: [expect.anything()] }),
    ]);
  },
);

test('whatever byte the name of a party holds, there is an answer', async () => {
  const statussen: number[] = [];
  for (let byte = 0; byte < 256; byte += 1) {
    const naam = `a${String.fromCharCode(byte)}b`;
    const socket = await verbind();
    socket.write(bericht({ ...compleet, 'X-VUM-fromParty': naam }), 'latin1');
    statussen.push(lees(await text(socket)).status);
  }
  const verwacht = statussen.map((_, byte) => (byte >= 0x20 && byte < 0x7f ? 200 : 400));
  expect(statussen).toEqual(verwacht);
}, 30_000);

test('a method that the contract does not know is refused, without a body where HTTP wants none', async () => {
  const { status, headers: gekregen, tekst } = await stuur(bericht(gewoon, '', 'HEAD /vacatures/a'));
  expect([status, gekregen['x-vum-berichtversie'], tekst]).toEqual([400, '3.0.0', '']);
});

test('whoever leaves in the middle of a question makes room for the next', async () => {
  const smal = await startBron({ tegelijk: 1 });
  try {
    const totAntwoord = async (code: string): Promise<void> => {
      while ((await smal.zoek('vacatures', {})).json['code'] !== code) await wacht(20);
    };
    const socket = connect({ ...(await smal.clientTls(OIN.vum)), port: Number(new URL(smal.url).port) });
    await once(socket, 'secureConnect');
    socket.write(bericht(compleet, vraag.slice(0, 10)));
    await totAntwoord('500.3');
    socket.destroy();
    await totAntwoord('400.02');
  } finally {
    await smal.stop();
  }
});

test('a request that was answered before all of it came gets no second answer', async () => {
  const socket = await verbind();
  const alles = text(socket);
  socket.write(bericht({ Host: 'bron', ...headers, 'Transfer-Encoding': 'chunked' }, '', 'POST /anders'));
  await once(socket, 'readable');
  socket.write('zz\r\n');
  expect((await alles).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
});

test('a connection that breaks or never speaks TLS harms nobody', async () => {
  const socket = await verbind();
  socket.write('POST / HTTP/1.1\r\n');
  socket.destroy();
  await expect(fetch(om.url.replace('https', 'http'))).rejects.toThrow();
  expect((await stuur(bericht(compleet))).status).toBe(200);
});

test('a request that does not come to an end is refused after ten seconds', async () => {
  const begin = performance.now();
  const antwoord = await stuur(bericht(compleet, vraag.slice(0, 10)));
  expect(antwoord.status).toBe(400);
  expect(JSON.parse(antwoord.tekst)).toMatchObject({ code: '400.01' });
  expect(performance.now() - begin).toBeGreaterThan(9_500);
}, 30_000);
