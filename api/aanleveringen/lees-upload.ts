import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'koa';
import { UploadTeGroot, UploadVormOnbekend } from '../../domain/aanleveringen/fouten.ts';

/** Room for the boundaries and headers of a multipart body around its one file, in bytes. */
const multipartRand = 64 * 1024;

/**
 * The file in a request, as a stream: the body as it is, or the one file of a multipart body. Refuses at once
 * what its headers show to be too large, or compressed: the limit counts the bytes of the file itself.
 */
export function leesUpload(ctx: Context, maxBytes: number): Readable {
  const encoding = ctx.get('Content-Encoding');
  if (encoding !== '' && encoding !== 'identity') {
    throw new UploadVormOnbekend('Lever het bestand ongecomprimeerd aan, zonder Content-Encoding.');
  }
  const multipart = ctx.is('multipart/form-data') !== false && ctx.is('multipart/form-data') !== null;
  if (Number(ctx.get('Content-Length')) > maxBytes + (multipart ? multipartRand : 0)) {
    throw new UploadTeGroot(maxBytes);
  }
  return multipart ? eersteBestand(ctx) : ctx.req;
}

/** The file part, followed while the rest of the body is read; a second file, or none, is an error at the end. */
function eersteBestand(ctx: Context): Readable {
  const bestand = new PassThrough();
  // It may fail before anybody reads it; who reads it then is told.
  bestand.on('error', () => undefined);
  const busboy = openBusboy(ctx);
  let aantal = 0;
  busboy.on('file', (_name, part) => {
    aantal++;
    if (aantal > 1) {
      part.resume();
      return;
    }
    part.on('error', (error: Error) => bestand.destroy(error));
    part.pipe(bestand, { end: false });
  });
  pipeline(ctx.req, busboy).then(
    () => (aantal === 1 ? bestand.end() : bestand.destroy(new UploadVormOnbekend(eenBestand))),
    (error: unknown) => bestand.destroy(error as Error),
  );
  return bestand;
}

const eenBestand = 'Lever precies één bestand aan, in één deel met een bestandsnaam.';

function openBusboy(ctx: Context): BusboyInstance {
  try {
    return new Busboy({ headers: ctx.headers as BusboyHeaders, limits: { fields: 20, fieldSize: 10_000 } });
  } catch {
    throw new UploadVormOnbekend('De multipart-inhoud heeft geen geldige grens (boundary).');
  }
}
