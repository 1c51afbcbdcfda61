import { isRekenfout } from '../../../../domain/werkblad/rekenfout.ts';
import { datumVanIso } from '../datum.ts';
import { alsProcent, leesGetal } from '../getal.ts';
import { los } from '../los.ts';
import type { Cel } from '../tabel.ts';
import type { Attributen } from '../xml/naamruimten.ts';

/** The value of a cell from its attributes and the text that it shows. */
export function odsCel(a: Attributen, tekst: string): Cel | undefined {
  // Of a formula that failed OpenOffice stores the number 0, and others an empty text: what it shows says so.
  if (a['calcext:value-type'] === 'error' || isRekenfout(tekst)) {
    return { soort: 'fout', tekst, reden: 'foutwaarde' };
  }
  switch (a['office:value-type']) {
    case 'percentage':
      return procentCel(getalCel(a['office:value'] ?? '', tekst));
    case 'float':
    case 'currency':
      return getalCel(a['office:value'] ?? '', tekst);
    case 'date':
      return datumVanIso(a['office:date-value'] ?? '');
    case 'time':
      return tijdCel(a['office:time-value'] ?? '');
    case 'boolean':
      return waarCel(a['office:boolean-value'] ?? '');
    case undefined:
      if (tekst === '' && a['table:formula'] !== undefined) {
        return { soort: 'fout', tekst, reden: 'formule-zonder-uitkomst' };
      }
      return tekstCel(tekst);
    default:
      return tekstCel(a['office:string-value'] ?? tekst);
  }
}

function tekstCel(tekst: string): Cel | undefined {
  return tekst === '' ? undefined : { soort: 'tekst', tekst: los(tekst) };
}

function getalCel(waarde: string, tekst: string): Cel {
  const cel = leesGetal(waarde);
  // A number that is not there leaves what the cell shows: it is not empty.
  if (cel === undefined) return ongeldig(waarde || tekst);
  // LibreOffice stores a boolean that came from Excel as the number 1 or 0, shown as a word.
  if (cel.tekst === '1' && /^(?:TRUE|WAAR)$/i.test(tekst)) return { soort: 'waar', tekst: 'true' };
  if (cel.tekst === '0' && /^(?:FALSE|ONWAAR)$/i.test(tekst)) return { soort: 'waar', tekst: 'false' };
  return /^0\d+$/.test(tekst) && Number(tekst) === cel.getal ? { ...cel, weergave: los(tekst) } : cel;
}

const procentCel = (cel: Cel): Cel => (cel.soort === 'getal' ? alsProcent(cel.getal) : cel);

const DUUR = /^P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d+))?S)?$/;

function tijdCel(waarde: string): Cel {
  const delen = DUUR.exec(waarde);
  if (!delen) return ongeldig(waarde);
  const [dagen = 0, uren = 0, minuten = 0, seconden = 0] = delen
    .slice(1, 5)
    .map((deel?: string) => Number(deel ?? 0));
  const totaal = ((dagen * 24 + uren) * 60 + minuten) * 60 + seconden;
  const tijd = [totaal / 3600, (totaal / 60) % 60, totaal % 60].map((deel) =>
    String(Math.floor(deel)).padStart(2, '0'),
  );
  const onder = (delen[5] ?? '').slice(0, 3).padEnd(3, '0');
  return { soort: 'tijd', tekst: tijd.join(':') + (onder === '000' ? '' : `.${onder}`) };
}

function waarCel(waarde: string): Cel {
  return waarde === 'true' || waarde === 'false' ? { soort: 'waar', tekst: waarde } : ongeldig(waarde);
}

function ongeldig(tekst: string): Cel {
  return { soort: 'fout', tekst, reden: 'ongeldige-waarde' };
}
