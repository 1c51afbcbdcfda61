import { jsonSchema } from '../soorten/json-schema.ts';
import type { RecordInhoud, Soort } from '../soorten/soort.ts';
import { verbergBsn } from '../validatie/bsn.ts';
import { plekLangs } from '../validatie/plek.ts';
import { fout } from '../validatie/schema-fouten.ts';
import { celAchter, celNaast, grensVan, isFoutenkop } from '../werkblad/achter-de-koppen.ts';
import { alsGeenRecord, naastDeTabel, teVeelCellen } from '../werkblad/geen-record.ts';
import type { Plaats } from '../werkblad/herkomst.ts';
import { isBreuk } from '../werkblad/heel-getal.ts';
import { isLeeg } from '../werkblad/lees-cel.ts';
import type { Celmelding, GelezenWerkbladRecord } from '../werkblad/lees-record.ts';
import { mutatietekst, type Rij, VOORBEELD } from '../werkblad/rij.ts';
import { alsTotaalrij } from '../werkblad/totaalrij.ts';
import { maakBouwplan } from './bouwplan.ts';
import { bouwRecord, type Celfout, spoorVan } from './bouw-record.ts';
import { type GelezenId, maakIdLezer, type Pseudoniem } from './id-lezer.ts';
import { Kolomplaatsen, type Koprij } from './kolommen.ts';
import type { Mapping } from './mapping.ts';
import { maakToestemming, toestemmingPlek } from './toestemming.ts';

/** A row as a record; or only that the person did not consent, and then nothing more of it. */
export type VertaaldeRij =
  | (GelezenWerkbladRecord & { readonly zonderToestemming?: undefined })
  | { readonly rij: number; readonly zonderToestemming: true; readonly id?: string };

/** Translates a row when that is asked for; undefined for a row that says nothing. */
export type Vertaler = (rij: Rij) => (() => VertaaldeRij) | undefined;

/** Turns the rows below a heading into records; what can be worked out once is worked out here. */
export function maakVertaler(
  soort: Soort,
  mapping: Mapping,
  { bladnaam, koppen, steekproef }: Pick<Koprij, 'bladnaam' | 'koppen' | 'steekproef'>,
  pseudoniem: Pseudoniem | undefined,
): Vertaler {
  const plaatsen = new Kolomplaatsen(koppen);
  const grens = grensVan(bladnaam, koppen, steekproef);
  const foutenKolom = koppen.findIndex(isFoutenkop);
  const plan = maakBouwplan(soort, mapping, plaatsen);
  const schema = jsonSchema(soort.schema);
  const idKolom = plaatsen.van(mapping.id.kolom) ?? -1;
  const idLezer = maakIdLezer(soort, mapping.id.pseudoniem === true, pseudoniem);
  const toestemming = mapping.toestemming && maakToestemming(mapping.toestemming.waarden);
  const mutatieKolom = plaatsen.van(mapping.mutatie?.kolom ?? '') ?? -1;
  const toestemmingKolom = plaatsen.van(mapping.toestemming?.kolom ?? '') ?? -1;

  const alsMelding = (celfout: Celfout, rij: number): Celmelding => ({
    fout: fout(plekLangs(schema, celfout.weg), celfout.code, gezegdeVan(celfout)),
    plaats: { blad: bladnaam, rij, kolom: celfout.bron.kolom },
  });

  const idFouten = (gelezen: GelezenId | undefined, rij: number): Celmelding[] => {
    if (gelezen?.fout === undefined) return [];
    const { code, gezegde } = gelezen.fout;
    const plaats = plaatsVan(bladnaam, rij, idKolom);
    return [{ fout: fout(plekLangs(schema, [soort.idVeld]), code, gezegde), plaats }];
  };

  const toestemmingFouten = (gezegde: string | undefined, rij: number): Celmelding[] =>
    gezegde === undefined
      ? []
      : [
          {
            fout: fout(toestemmingPlek, 'cel', gezegde),
            plaats: plaatsVan(bladnaam, rij, toestemmingKolom),
          },
        ];

  return (rij) => {
    const { cellen } = rij;
    // An answer that was drawn on below the last row says nothing of anybody, nor does what UM said of a row.
    const zegtNiets = cellen.every(
      (cel, kolom) => isLeeg(cel) || kolom === foutenKolom || kolom === toestemmingKolom,
    );
    const isVoorbeeld = cellen[idKolom]?.tekst.trim().toUpperCase() === VOORBEELD;
    return zegtNiets || isVoorbeeld ? undefined : () => vertaal(rij);
  };

  function vertaal(rij: Rij): VertaaldeRij {
    const { cellen } = rij;
    // Before consent is asked for: that may stand in another column now.
    const achter = celAchter(cellen, koppen, grens);
    if (achter !== undefined) return alsGeenRecord(teVeelCellen, plaatsVan(bladnaam, rij.rij, achter));
    const ruweId = cellen[idKolom];
    const gelezenId = ruweId && idLezer(ruweId);
    const id = gelezenId?.waarde === '' ? undefined : gelezenId?.waarde;
    const geeft = toestemming === undefined || toestemming.geeft(cellen[toestemmingKolom]);
    const onleesbaar = geeft ? undefined : toestemming.onleesbaar(cellen[toestemmingKolom]);
    if (!geeft && onleesbaar === undefined)
      return { rij: rij.rij, zonderToestemming: true, ...(id !== undefined && { id }) };
    const naast = id === undefined ? celNaast(cellen, koppen) : undefined;
    if (naast !== undefined) return alsGeenRecord(naastDeTabel, plaatsVan(bladnaam, rij.rij, naast));
    const geenRecord = alsTotaalrij(soort, cellen);
    if (geenRecord !== undefined) return alsGeenRecord(geenRecord, plaatsVan(bladnaam, rij.rij, -1));
    const { record, fouten } = bouwRecord(plan, cellen);
    const mutatie = mutatietekst(cellen[mutatieKolom]);
    const metId: RecordInhoud = id === undefined ? record : { [soort.idVeld]: id, ...record };
    return {
      rij: rij.rij,
      record: metId,
      fouten: [
        ...idFouten(gelezenId, rij.rij),
        ...toestemmingFouten(onleesbaar, rij.rij),
        ...fouten.map((celfout) => alsMelding(celfout, rij.rij)),
      ],
      mutatie:
        mutatie === undefined
          ? undefined
          : { tekst: mutatie, plaats: plaatsVan(bladnaam, rij.rij, mutatieKolom) },
      plaatsVan: (pad) => {
        const kolom = pad === `/${soort.idVeld}` ? idKolom : kolomVan(spoorVan(plan, cellen), pad);
        return plaatsVan(bladnaam, rij.rij, kolom);
      },
    };
  }
}

/** The column of a value; of a group that is missing as a whole its first. */
function kolomVan(spoor: ReadonlyMap<string, number>, pad: string): number {
  const eigen = spoor.get(pad);
  if (eigen !== undefined) return eigen;
  for (const [binnen, kolom] of spoor) if (binnen.startsWith(`${pad}/`)) return kolom;
  return -1;
}

const plaatsVan = (blad: string, rij: number, kolom: number): Plaats =>
  kolom < 0 ? { blad, rij } : { blad, rij, kolom };

const LANGST = 30;

/**
 * What should stand there, and what stands there where that can be repeated: in a column of codes, numbers or
 * dates, and then not when it is long or looks like a number or an address that leads to a person. A name in such
 * a column cannot be told from a misspelt label.
 */
function gezegdeVan({ bron, tekst, gezegde }: Celfout): string {
  const kort = tekst.replace(/\s+/g, ' ').trim();
  const isKort = kort !== '' && kort.length <= LANGST;
  const isVanNiemand = isBreuk(kort) || !/@|[0-9]{5}/.test(kort.replace(/[ .-]/g, ''));
  const toonbaar = bron.toonbaar && isKort && isVanNiemand;
  return toonbaar
    ? `${gezegde}; er staat “${verbergBsn(kort.toWellFormed().replaceAll('\0', '\uFFFD'))}”`
    : gezegde;
}
