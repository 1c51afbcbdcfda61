import { IsDate } from 'typebox/format';
import { celdatumMelding } from '../../validatie/melding.ts';
import type { Cel, Celwaarde } from '../../werkblad/lees-cel.ts';

export type Datumvolgorde = 'dag-maand-jaar' | 'maand-dag-jaar';

const maanden = ['jan', 'feb', 'maart', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** No date is longer, and a longer text need not be looked at. */
const LANGST = 100;
/** A moment in UTC (`Z`) is of the same day here until 22:00; of a later one nobody knows which day was meant. */
const ISO =
  /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ][0-9:.]+|[T ](?:[01][0-9]|2[01]):[0-9:.]+Z)?$/;
const AANEEN = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const DELEN = /^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?: [0-9:.]+)?$/;
const MET_NAAM = /^([0-9]{1,2})[- ]([a-z]{3,9})\.?[- ]([0-9]{4})$/i;
const niets = /^(?:onbekend|niet bekend|geen|n\.?v\.?t\.?|[-–—?]+)$/i;

/** A date in any way that people write one with four digits for the year; the time of day behind it is dropped. */
export function maakDatumlezer(
  volgorde: Datumvolgorde = 'dag-maand-jaar',
): (cel: Cel) => Celwaarde | undefined {
  const gezegde = celdatumMelding(volgorde === 'dag-maand-jaar' ? '31-1-2026' : '1-31-2026');
  return (cel) => {
    const tekst = cel.tekst.length > LANGST ? '' : cel.tekst.trim();
    if (tekst.length === 10 && IsDate(tekst)) return { waarde: tekst };
    const [jaar, maand, dag] = delenVan(tekst, volgorde);
    const datum = `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
    if (IsDate(datum)) return { waarde: datum };
    if (niets.test(tekst)) return undefined;
    return { waarde: cel.tekst, code: 'datum', gezegde };
  };
}

function delenVan(tekst: string, volgorde: Datumvolgorde): readonly [string, string, string] {
  const [, jaar = '', maand = '', dag = ''] = ISO.exec(tekst) ?? AANEEN.exec(tekst) ?? [];
  if (jaar !== '') return [jaar, maand, dag];
  const [, eerste = '', tweede = '', achteraan = ''] = DELEN.exec(tekst) ?? [];
  if (achteraan !== '')
    return volgorde === 'dag-maand-jaar' ? [achteraan, tweede, eerste] : [achteraan, eerste, tweede];
  const [, dagMetNaam = '', naam = '', jaarMetNaam = ''] = MET_NAAM.exec(tekst) ?? [];
  return [jaarMetNaam, maandnummer(naam.toLowerCase()), dagMetNaam];
}

/** `jan`, `januari`, `mrt`. */
function maandnummer(naam: string): string {
  if (naam === 'mrt' || naam === 'maa') return '3';
  const index = maanden.findIndex((maand) => naam !== '' && naam.startsWith(maand));
  return index < 0 ? '' : `${index + 1}`;
}
