import type { FoutAantal, FoutFilter } from '../../db/aanlevering-fouten.ts';
import type { AanleveringFoutRow, AanleveringRow } from '../../db/tables.ts';
import { kolomNaam } from '../../domain/werkblad/cel-adres.ts';
import { pageOf } from '../page.ts';
import { adresVan } from './presenter.ts';

/** A page of the faults of an upload, below how many there are of each kind. */
export function presenteerFouten(
  { id, fouten_bewaard, fouten_tot }: AanleveringRow,
  nu: string,
  aantallen: readonly FoutAantal[],
  rows: readonly AanleveringFoutRow[],
  filter: FoutFilter,
): object {
  const totaal = aantallen.reduce((som, { aantal }) => som + aantal, 0);
  const verwijderd = fouten_tot !== null && fouten_tot <= nu;
  const allesBewaard = totaal === 0 || (!verwijderd && totaal <= fouten_bewaard);
  const { page, next } = pageOf(`${adresVan(id)}/fouten`, rows, filter, (laatste) => ({ na: laatste.id }));
  return {
    totaal,
    aantallen,
    allesBewaard,
    ...(allesBewaard ? {} : { toelichting: verwijderd ? VERWIJDERD : nietAlles(fouten_bewaard, totaal) }),
    fouten: page.map(presenteerFout),
    ...next,
  };
}

function presenteerFout(row: AanleveringFoutRow): object {
  return {
    volgnummer: row.id,
    regel: row.regel,
    ...(row.record_id === null ? {} : { recordId: row.record_id }),
    pad: row.pad,
    ...(row.rij === null ? {} : { plaats: plaatsVan(row.blad, row.rij, row.kolom) }),
    code: row.code,
    ernst: row.ernst,
    melding: row.melding,
  };
}

const plaatsVan = (blad: string | null, rij: number, kolom: number | null): object => ({
  ...(blad === null || blad === '' ? {} : { blad }),
  rij,
  ...(kolom === null ? {} : { kolom: kolomNaam(kolom) }),
});

const VERWIJDERD =
  'De fouten van deze aanlevering zijn verwijderd, omdat zij niet langer worden bewaard. Lever het bestand opnieuw aan om ze te zien.';

const getal = new Intl.NumberFormat('nl-NL');

const nietAlles = (bewaard: number, totaal: number): string =>
  `De eerste ${getal.format(bewaard)} fouten zijn bewaard; in totaal zijn er ${getal.format(totaal)}. Herstel deze en lever opnieuw aan om de andere te zien.`;
