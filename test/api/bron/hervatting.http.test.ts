import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';
import { startBron, OIN, type BronOpstelling } from '../../support/bron-opstelling.ts';

let om: BronOpstelling;
beforeAll(async () => {
  om = await startBron();
});
afterAll(() => om.stop());

interface Uitkomst {
  readonly hervat: boolean;
  /** The first line of the answer; empty when the connection was refused. */
  readonly antwoord: string;
  readonly sessie: Buffer | undefined;
}

/** One request on a new connection, with or without a certificate, and with an earlier session if there is one. */
async function vraag(versie: SecureVersion, wie: string | null, sessie?: Buffer): Promise<Uitkomst> {
  const { hostname: host, port } = new URL(om.url);
  const socket: TLSSocket = connect({
    ...{ host, port: Number(port), maxVersion: versie, minVersion: versie },
    ...(await om.clientTls(wie)),
    ...(sessie ? { session: sessie } : {}),
  });
  let gekregen: Buffer | undefined;
  let hervat = false;
  let antwoord = '';
  socket.on('secureConnect', () => (hervat = socket.isSessionReused()));
  socket.on('session', (nieuw) => (gekregen = nieuw));
  socket.on('error', () => undefined);
  socket.on('data', (deel: Buffer) => {
    antwoord += deel.toString();
    socket.end();
  });
  socket.write('GET /werkzoekendeProfielen/x HTTP/1.1\r\nHost: um\r\n\r\n');
  await new Promise((dicht) => socket.once('close', dicht));
  return { hervat, antwoord: antwoord.split('\r\n')[0] ?? '', sessie: gekregen };
}

describe.each<SecureVersion>(['TLSv1.3', 'TLSv1.2'])('with %s', (versie) => {
  test('every connection shows its certificate anew: a session of before is not taken up', async () => {
    const eerst = await vraag(versie, OIN.vum);
    expect(eerst.antwoord).toBe('HTTP/1.1 400 Bad Request');
    const weer = await vraag(versie, OIN.vum, eerst.sessie);
    expect(weer).toMatchObject({ hervat: false, antwoord: 'HTTP/1.1 400 Bad Request' });
  });

  test("VUM's session does not let in whoever has another certificate, or none", async () => {
    const { sessie } = await vraag(versie, OIN.vum);
    expect((await vraag(versie, OIN.vreemde, sessie)).antwoord).toBe('HTTP/1.1 401 Unauthorized');
    expect((await vraag(versie, null, sessie)).antwoord).toBe('');
  });
});
