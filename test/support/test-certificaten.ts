import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { certificateAuthority } from '../../ops/local/certificate-authority.ts';

/** A certificate with its key and the root that vouches for it, as PEM texts. */
export interface TestCertificaat {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority that lives for one test. */
export interface TestCa {
  /** For servers on localhost and for clients; the OIN goes into the subject's serialNumber. */
  geefUit(oin: string, opties?: { readonly verlopen?: boolean }): Promise<TestCertificaat>;
}

/** A root lives ten years and a certificate one: what was issued two years ago is past its end. */
const tweeJaarMs = 2 * 366 * 86_400_000;

// For the test file that imports this.
const mappen: string[] = [];
afterAll(() => mappen.forEach((map) => rmSync(map, { recursive: true })));

export async function maakTestCa(): Promise<TestCa> {
  const map = mkdtempSync(join(tmpdir(), 'um-test-ca-'));
  mappen.push(map);
  const toen = new Date(Date.now() - tweeJaarMs);
  await certificateAuthority(map, toen);
  return {
    async geefUit(oin, { verlopen = false } = {}) {
      const authority = await certificateAuthority(map, verlopen ? toen : new Date());
      const name = verlopen ? `${oin}-verlopen` : oin;
      const { cert, key } = await authority.issue({ name, organisation: 'Test', oin });
      const lees = (bestand: string): string => readFileSync(bestand, 'utf8');
      return { ca: lees(authority.ca), cert: lees(cert), key: lees(key) };
    },
  };
}
