import { VumAntwoordOnjuist, VumAntwoordTeGroot, type VumBericht } from '../../domain/vum-fouten.ts';
import { foutBijStatus } from './fout-bij-status.ts';
import type { RuwAntwoord } from './vum-verbinding.ts';

/** The JSON of a 200; everything else is the failure that it stands for. */
export function leesJson(bericht: VumBericht, antwoord: RuwAntwoord): unknown {
  const { status, contentType, contentEncoding, body } = antwoord;
  if (status !== 200) throw foutBijStatus(bericht, status, body ?? new Uint8Array());
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new VumAntwoordOnjuist({ bericht, reden: 'content-type' });
  }
  if (!/^(identity)?$/i.test(contentEncoding)) {
    throw new VumAntwoordOnjuist({ bericht, reden: 'content-encoding' });
  }
  if (body === undefined) throw new VumAntwoordTeGroot({ bericht });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's own message quotes the answer, so it is not kept.
    throw new VumAntwoordOnjuist({ bericht, reden: 'json' });
  }
}
