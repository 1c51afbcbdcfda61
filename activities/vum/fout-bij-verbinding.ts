import { errors } from 'undici';
import {
  VumAntwoordOnjuist,
  VumOnbereikbaar,
  VumTeLaat,
  VumVerbindingOnveilig,
  type VumBericht,
  type VumFout,
} from '../../domain/vum-fouten.ts';

const teLaat = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);
const onveilig = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$/;
const geenHttp = /^HPE_|^UND_ERR_(HEADERS_OVERFLOW|RESPONSE|RES_CONTENT_LENGTH_MISMATCH)/;

/**
 * The failure behind a broken or missing connection. Only the errno is kept: the original error may hold bytes
 * of the answer (undici's parser errors do), so it is not passed on as a cause.
 */
export function foutBijVerbinding(bericht: VumBericht, fout: unknown): VumFout {
  if (fout instanceof Error && fout.name === 'TimeoutError')
    return new VumTeLaat({ bericht, reden: 'totaal' });
  // Undici's parser gives its error a name, and not always a code.
  if (fout instanceof errors.HTTPParserError) return new VumAntwoordOnjuist({ bericht, reden: 'geen-http' });
  const reden = technischeCode(fout);
  if (reden === undefined) return new VumOnbereikbaar({ bericht });
  if (teLaat.has(reden)) return new VumTeLaat({ bericht, reden });
  if (onveilig.test(reden)) return new VumVerbindingOnveilig({ bericht, reden });
  if (geenHttp.test(reden)) return new VumAntwoordOnjuist({ bericht, reden });
  return new VumOnbereikbaar({ bericht, reden });
}

/** The deepest errno-like code in the chain of causes; undici wraps the socket's own error. */
function technischeCode(fout: unknown, diepte = 0): string | undefined {
  if (typeof fout !== 'object' || fout === null || diepte > 4) return undefined;
  const { code, cause } = fout as { readonly code?: unknown; readonly cause?: unknown };
  const dieper = technischeCode(cause, diepte + 1);
  if (dieper !== undefined) return dieper;
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}
