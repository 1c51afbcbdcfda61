import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algoritme = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate with its key, as PEM texts, and the CA that vouches for it. */
export interface TestCertificaat {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority that lives for one test. */
export interface TestCa {
  geefUit(naam: string, opties?: { readonly verlopen?: boolean }): Promise<TestCertificaat>;
}

/** Makes an authority whose certificates are for `localhost`, 127.0.0.1 and clients alike. */
export async function maakTestCa(): Promise<TestCa> {
  x509.cryptoProvider.set(webcrypto);
  const caSleutels = await sleutels();
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test CA',
    keys: caSleutels,
    signingAlgorithm: algoritme,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
    ...geldig(1),
  });

  return {
    async geefUit(naam, opties = {}) {
      const eigen = await sleutels();
      const cert = await x509.X509CertificateGenerator.create({
        subject: naam,
        issuer: ca.subject,
        publicKey: eigen.publicKey,
        signingKey: caSleutels.privateKey,
        signingAlgorithm: algoritme,
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
          ]),
        ],
        ...geldig(opties.verlopen === true ? -1 : 1),
      });
      return { ca: ca.toString('pem'), cert: cert.toString('pem'), key: await alsPem(eigen.privateKey) };
    },
  };
}

function sleutels(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algoritme, true, ['sign', 'verify']);
}

/** From two days ago until `dagen` from now. */
function geldig(dagen: number): { notBefore: Date; notAfter: Date } {
  const dag = 86_400_000;
  return { notBefore: new Date(Date.now() - 2 * dag), notAfter: new Date(Date.now() + dagen * dag) };
}

async function alsPem(sleutel: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', sleutel), 'PRIVATE KEY');
}
