import type { Cel } from '../werkblad/lees-cel.ts';
import { plat } from './kop.ts';

const koppen = new Set(
  [
    ...['toestemming', 'toestemming delen', 'toestemming delen profiel', 'toestemming tot delen profiel'],
    ...[
      'toestemming tot delen',
      'toestemming voor delen',
      'toestemming gegevens delen',
      'toestemming gegeven',
    ],
    ...['toestemming delen gegevens', 'toestemming uitwisseling', 'toestemming gegevensuitwisseling'],
    ...[
      'toestemming vum',
      'toestemming um',
      'toestemming voor vum',
      'toestemming publicatie',
      'toestemming avg',
    ],
    ...[
      'toestemming publiceren',
      'toestemming delen vum',
      'toestemming j/n',
      'toestemming ja/nee',
      'consent',
    ],
    ...[
      'toestemming profiel delen',
      'akkoord',
      'akkoord delen',
      'akkoord delen profiel',
      'akkoord met delen',
    ],
    ...[
      'toestemmingsverklaring',
      'toestemming klant',
      'toestemming werkzoekende',
      'avg toestemming',
      'toestemming cv',
    ],
    ...['indicatie toestemming', 'toestemming delen met vum', 'toestemming delen met derden', 'avg akkoord'],
  ].map(plat),
);

/** Whether a column says, by its heading, who may be shown to others. */
export const isToestemmingKop = (kop: string): boolean => koppen.has(plat(kop));

/** Nothing else counts as consent, unless the mapping says so. */
const JA = ['ja', 'j'];

/** Whether a cell gives consent; an empty cell does not. */
export function maakToestemming(waarden: readonly string[] | undefined): (cel: Cel | undefined) => boolean {
  const geldig = new Set(waarden?.map(plat) ?? JA);
  if (geldig.has('ja')) geldig.add('true');
  return (cel) => cel !== undefined && cel.soort !== 'fout' && geldig.has(plat(cel.tekst));
}
