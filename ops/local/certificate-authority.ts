import 'reflect-metadata';
import { createPublicKey, randomBytes, X509Certificate, webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as x509 from '@peculiar/x509';
import { writeAtomically } from './write-atomically.ts';

export interface CertificateRequest {
  /** Of the files. */
  readonly name: string;
  readonly organisation: string;
  /** Goes into the subject's serialNumber, as PKIoverheid does. */
  readonly oin: string;
}

export interface Authority {
  readonly ca: string;
  issue(request: CertificateRequest): Promise<{ cert: string; key: string }>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;
const rootDays = 3_650;
const leafDays = 365;
/** Less than this left: made anew. */
const renewDays = 30;
const serialNumberOid = '2.5.4.5';
const { subtle } = webcrypto;

/** Opens the local root in `dir`, made anew when it is absent or near its end. */
export async function certificateAuthority(dir: string, now: Date): Promise<Authority> {
  const root = { cert: resolve(dir, 'ca.crt.pem'), key: resolve(dir, 'ca.key.pem') };
  if (!isUsable(root, now)) await makeRoot(root, now);
  const issuer = new x509.X509Certificate(readFileSync(root.cert, 'utf8'));
  const signingKey = await importKey(readFileSync(root.key, 'utf8'));

  return {
    ca: root.cert,
    issue: async (request) => {
      const leaf = {
        cert: join(resolve(dir), `${request.name}.crt.pem`),
        key: join(resolve(dir), `${request.name}.key.pem`),
      };
      if (isUsable(leaf, now, root.cert, request.oin)) return leaf;
      const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const certificate = await x509.X509CertificateGenerator.create({
        ...period(now, leafDays),
        subject: [
          { C: ['NL'] },
          { O: [request.organisation] },
          { [serialNumberOid]: [request.oin] },
          { CN: ['localhost'] },
        ],
        issuer: issuer.subjectName,
        signingKey,
        signingAlgorithm: algorithm,
        publicKey: keys.publicKey,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([
            x509.ExtendedKeyUsage.serverAuth,
            x509.ExtendedKeyUsage.clientAuth,
          ]),
          new x509.SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
          ]),
          await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
          await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
        ],
      });
      await store(leaf, certificate, keys.privateKey);
      return leaf;
    },
  };
}

async function makeRoot(root: { cert: string; key: string }, now: Date): Promise<void> {
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...period(now, rootDays),
    name: [{ C: ['NL'] }, { O: ['UM'] }, { CN: ['UM lokaal (alleen voor ontwikkeling)'] }],
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await store(root, certificate, keys.privateKey);
}

/** There, belonging together, of this root and party, and valid long enough. */
function isUsable(files: { cert: string; key: string }, now: Date, ca?: string, oin?: string): boolean {
  if (!existsSync(files.cert) || !existsSync(files.key)) return false;
  const certificate = new X509Certificate(readFileSync(files.cert));
  const key = createPublicKey(readFileSync(files.key));
  return (
    certificate.publicKey.equals(key) &&
    certificate.validFromDate <= now &&
    certificate.validToDate.getTime() > now.getTime() + renewDays * dayMs &&
    (ca === undefined || certificate.verify(new X509Certificate(readFileSync(ca)).publicKey)) &&
    (oin === undefined || certificate.subject.split('\n').includes(`serialNumber=${oin}`))
  );
}

async function store(
  files: { cert: string; key: string },
  certificate: x509.X509Certificate,
  privateKey: webcrypto.CryptoKey,
): Promise<void> {
  const pkcs8 = await subtle.exportKey('pkcs8', privateKey);
  writeAtomically(files.key, `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`);
  writeAtomically(files.cert, `${certificate.toString('pem')}\n`);
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  return subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, ['sign']);
}

/** A minute back, for clocks that differ a little. */
function period(now: Date, days: number): { serialNumber: string; notBefore: Date; notAfter: Date } {
  return {
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    notBefore: new Date(now.getTime() - 60_000),
    notAfter: new Date(now.getTime() + days * dayMs),
  };
}
