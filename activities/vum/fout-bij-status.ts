import {
  VumAntwoordOnjuist,
  VumLimiet,
  VumNietBeschikbaar,
  VumStoring,
  VumTeLaat,
  VumWeigertToegang,
  VumWeigertVraag,
  type VumBericht,
  type VumFout,
} from '../../domain/vum-fouten.ts';

/**
 * The failure that an HTTP status of VUM stands for. The contract knows 400, 401, 429, 500 and 503; gateways in
 * between may answer otherwise. Redirects are never followed: they would carry a question to an unknown party.
 */
export function foutBijStatus(bericht: VumBericht, status: number, body: Uint8Array): VumFout {
  const context = { bericht, vumCode: vumCode(body), reden: `http-${status}` };
  switch (status) {
    case 400:
      return new VumWeigertVraag(context);
    case 401:
    case 403:
      return new VumWeigertToegang(context);
    case 429:
      return new VumLimiet(context);
    case 503:
      return new VumNietBeschikbaar(context);
    case 504:
      return new VumTeLaat(context);
    default:
      return status >= 500 ? new VumStoring(context) : new VumAntwoordOnjuist(context);
  }
}

/** The `code` of VUM's error body, if it looks like one (`400.01`, `500.1`): free text could hold a person's data. */
function vumCode(body: Uint8Array): string | undefined {
  try {
    const fout: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof fout !== 'object' || fout === null || !('code' in fout)) return undefined;
    return typeof fout.code === 'string' && /^\d{3}(\.\d{1,3})?$/.test(fout.code) ? fout.code : undefined;
  } catch {
    return undefined;
  }
}
