import { chmodSync, mkdirSync } from 'node:fs';
import { certificateAuthority, type Authority, type CertificateRequest } from './certificate-authority.ts';

/** Absolute paths of PEM files. */
export interface Certificaat {
  readonly cert: string;
  readonly key: string;
}

export interface Certificaten {
  /** The local root that both sides trust. */
  readonly ca: string;
  /** UM's server certificate of the bron listener, for localhost and 127.0.0.1. */
  readonly bron: Certificaat;
  /** What UM shows to VUM: subject serialNumber is UM's OIN. */
  readonly um: Certificaat;
  /** What VUM shows to UM, and what it serves with: subject serialNumber is VUM's OIN. */
  readonly vum: Certificaat;
}

export interface CertificatenOptions {
  readonly umOin: string;
  readonly vumOin: string;
  readonly now?: Date;
}

/**
 * A local counterpart of PKIoverheid: a root and certificates with the OIN in the subject's serialNumber. Kept in `dir`
 * for the owner alone; what is there and valid for another 30 days is used again.
 */
export async function maakCertificaten(
  dir: string,
  { umOin, vumOin, now = new Date() }: CertificatenOptions,
): Promise<Certificaten> {
  const authority = await openAuthority(dir, now);
  return {
    ca: authority.ca,
    bron: await authority.issue({ name: 'bron', organisation: 'UM', oin: umOin }),
    um: await authority.issue({ name: 'um', organisation: 'UM', oin: umOin }),
    vum: await authority.issue({ name: 'vum', organisation: 'VUM (simulator)', oin: vumOin }),
  };
}

/** One more certificate of the same root, for another party that wants to call UM. */
export async function maakCertificaat(
  dir: string,
  request: CertificateRequest,
  now = new Date(),
): Promise<Certificaat> {
  return (await openAuthority(dir, now)).issue(request);
}

function openAuthority(dir: string, now: Date): Promise<Authority> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  return certificateAuthority(dir, now);
}
