import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipDeel {
  readonly naam: string;
  readonly inhoud: string | Uint8Array;
  readonly pak?: boolean;
  /** What the headers claim instead of the truth. */
  readonly beweer?: {
    readonly bytes?: number;
    readonly crc?: number;
    readonly vlaggen?: number;
    readonly plek?: number;
  };
}

/** A zip file of exactly these parts, in this order: enough for the odd and hostile ones that no program writes. */
export function schrijfZip(delen: readonly ZipDeel[]): Buffer {
  const stukken: Buffer[] = [];
  const inhoudsopgave: Buffer[] = [];
  let plek = 0;
  for (const { naam, inhoud, pak = false, beweer = {} } of delen) {
    const rauw = Buffer.from(inhoud as string);
    const data = pak ? deflateRawSync(rauw) : rauw;
    const bytes = Buffer.from(naam);
    const velden = Buffer.alloc(26);
    velden.writeUInt16LE(20, 0);
    velden.writeUInt16LE(0x800 | (beweer.vlaggen ?? 0), 2);
    velden.writeUInt16LE(pak ? 8 : 0, 4);
    velden.writeUInt32LE(beweer.crc ?? crc32(rauw), 10);
    velden.writeUInt32LE(data.length, 14);
    velden.writeUInt32LE(beweer.bytes ?? rauw.length, 18);
    velden.writeUInt16LE(bytes.length, 22);
    stukken.push(Buffer.from([0x50, 0x4b, 3, 4]), velden, bytes, data);
    const einde = Buffer.alloc(14);
    einde.writeUInt32LE(beweer.plek ?? plek, 10);
    inhoudsopgave.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), velden, einde, bytes);
    plek += 4 + velden.length + bytes.length + data.length;
  }
  const midden = Buffer.concat(inhoudsopgave);
  const slot = Buffer.alloc(22);
  slot.writeUInt32LE(0x06054b50, 0);
  slot.writeUInt16LE(delen.length, 8);
  slot.writeUInt16LE(delen.length, 10);
  slot.writeUInt32LE(midden.length, 12);
  slot.writeUInt32LE(plek, 16);
  return Buffer.concat([...stukken, midden, slot]);
}
