import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** A record at its source: its kind, which bron, and the id that it has there. */
interface Herkomst {
  readonly soort: string;
  readonly bron: string;
  readonly id: string;
}

/** Makes the vumID of a record, and finds the record of a vumID. */
export interface Pseudoniem {
  vumID(herkomst: Herkomst): string;
  /** Undefined for what is no vumID of this VUM. */
  herkomst(vumID: string): Herkomst | undefined;
}

/**
 * Opaque, stable vumIDs without a table: the source encrypted under a key, with an initialisation vector that
 * follows from the source, so that the same record always has the same vumID. Characters: `[A-Za-z0-9_-]`.
 */
export function createPseudoniem(sleutel: Uint8Array): Pseudoniem {
  const afgeleid = (doel: string): Buffer => Buffer.from(hkdfSync('sha256', sleutel, '', doel, 32));
  const versleutel = afgeleid('versleutel');
  const vector = afgeleid('vector');

  return {
    vumID({ soort, bron, id }) {
      const tekst = JSON.stringify([soort, bron, id]);
      const iv = createHmac('sha256', vector).update(tekst).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', versleutel, iv);
      const inhoud = Buffer.concat([cipher.update(tekst, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), inhoud]).toString('base64url');
    },

    herkomst(vumID) {
      const bytes = Buffer.from(vumID, 'base64url');
      if (bytes.length < 28 || bytes.toString('base64url') !== vumID) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', versleutel, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const tekst = decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
        const [soort, bron, id] = JSON.parse(tekst) as [string, string, string];
        return { soort, bron, id };
      } catch {
        return undefined;
      }
    },
  };
}
