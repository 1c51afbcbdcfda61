import type { Onleesbaar, RuwAntwoord } from '../onleesbaar.ts';
import { vasteHeaders } from './bericht.ts';
import { ongeldig } from './bron-fout.ts';

/** In the form of the contract, which knows none of HTTP's own statuses for this (408, 417, 431). */
export function bronAntwoordOp(reden: Onleesbaar): RuwAntwoord {
  const { status, lichaam } = ongeldig(zinnen[reden]);
  return { status, headers: { ...vasteHeaders, 'Content-Type': 'application/json' }, lichaam };
}

const zinnen: Readonly<Record<Onleesbaar, string>> = {
  'geen-http': 'Het verzoek is geen geldig HTTP-verzoek.',
  'headers-te-groot': 'De headers zijn te groot.',
  'te-laat': 'Het verzoek kwam niet op tijd binnen.',
};
