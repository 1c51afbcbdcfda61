import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { afterAll, describe, expect, test } from '@jest/globals';
import { maakCertificaat, maakCertificaten, type Certificaat } from '../../../ops/local/certificaten.ts';

const root = mkdtempSync(join(tmpdir(), 'um-certs-'));
afterAll(() => rmSync(root, { recursive: true }));
const oins = { umOin: '00000099000000001000', vumOin: '00000099000000002000' };
const day = 86_400_000;

describe('local certificates', () => {
  test('carry the OIN in the subject and are readable by the owner alone', async () => {
    const dir = join(root, 'subject');
    const { ca, vum } = await maakCertificaten(dir, oins);
    const certificate = new X509Certificate(readFileSync(vum.cert));
    expect(certificate.subject).toContain(`serialNumber=${oins.vumOin}`);
    expect(certificate.verify(new X509Certificate(readFileSync(ca)).publicKey)).toBe(true);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const file of [ca, vum.cert, vum.key]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('are used again, and made anew near their end or for another OIN', async () => {
    const dir = join(root, 'renewal');
    const first = read((await maakCertificaten(dir, oins)).vum);
    expect(read((await maakCertificaten(dir, oins)).vum)).toBe(first);
    const later = new Date(Date.now() + 350 * day);
    const renewed = read((await maakCertificaten(dir, { ...oins, now: later })).vum);
    expect(renewed).not.toBe(first);
    const other = { ...oins, vumOin: '00000099000000003000' };
    expect(read((await maakCertificaten(dir, { ...other, now: later })).vum)).not.toBe(renewed);
  });

  test('open a mutual TLS connection, and those of another root do not', async () => {
    const dir = join(root, 'tls');
    const { ca, bron, vum } = await maakCertificaten(dir, oins);
    const stranger = await maakCertificaat(join(root, 'stranger'), {
      name: 'vreemd',
      organisation: 'Iemand anders',
      oin: oins.vumOin,
    });
    expect(await handshake(ca, bron, vum)).toBe(oins.vumOin);
    await expect(handshake(ca, bron, stranger)).rejects.toThrow();
  });
});

const read = (certificate: Certificaat) => readFileSync(certificate.cert, 'utf8');

/** The client's OIN as the server sees it. */
async function handshake(caFile: string, server: Certificaat, client: Certificaat): Promise<string> {
  const ca = readFileSync(caFile);
  const listener = createServer(
    { ca, cert: readFileSync(server.cert), key: readFileSync(server.key), requestCert: true },
    (socket) => {
      const subject = socket.getPeerCertificate().subject as unknown as Record<string, string>;
      socket.end(subject['serialNumber'] ?? '');
    },
  );
  listener.on('tlsClientError', () => undefined);
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const { port } = listener.address() as AddressInfo;
  try {
    const socket = connect({
      ...{ port, host: '127.0.0.1', ca },
      ...{ cert: readFileSync(client.cert), key: readFileSync(client.key) },
    });
    return await new Promise<string>((resolve, reject) => {
      socket.once('data', (data: Buffer) => resolve(data.toString()));
      socket.once('error', reject);
      // A refused certificate shows as a closed connection: the client was done before the server looked at it.
      socket.once('close', () => reject(new Error('closed')));
    });
  } finally {
    listener.close();
  }
}
