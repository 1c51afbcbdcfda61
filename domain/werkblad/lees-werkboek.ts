import type { Soort } from '../soorten/soort.ts';
import type { Blad } from './blad.ts';
import { alsGeenRecord, teVeelCellen } from './geen-record.ts';
import { Herkomst } from './herkomst.ts';
import { indelingVan } from './indeling.ts';
import { type Celmelding, type GelezenWerkbladRecord, leesRecord, losseRij } from './lees-record.ts';
import type { Bladrij } from './rij.ts';
import { alsTotaalrij } from './totaalrij.ts';
import {
  type Grenzen,
  leesDeelbladen,
  leesVolgorde,
  standaardGrenzen,
  tekensVan,
  type Volgorde,
} from './volgorde.ts';
import { herkenBladen, metRijen, type Werkboek } from './werkboek.ts';

/** A workbook in the layout of the template. */
export interface GelezenWerkboek {
  /** The name of the main sheet, as on its tab. */
  readonly hoofdblad: string;
  /**
   * Rows of repeating parts that belong to no record; known before the first record is read, so that a file with
   * such a fault need not be read on.
   */
  readonly losse: readonly Celmelding[];
  /** The records in the order of the main sheet. To be read once. */
  records(): AsyncGenerator<WerkbladRecord>;
}

/** A record of a workbook before it has been put together. */
interface WerkbladRecord {
  /** What its rows cost in memory, in characters. */
  readonly tekens: number;
  readonly lees: () => GelezenWerkbladRecord;
}

/**
 * Reads a filled template; undefined when this workbook is none. Every sheet of a repeating part is looked through
 * first, then all sheets are read side by side, so that of a file in order only one record is in memory.
 */
export async function leesWerkboek(
  soort: Soort,
  werkboek: Werkboek,
  eigen: Partial<Grenzen> = {},
): Promise<GelezenWerkboek | undefined> {
  const grenzen = { ...standaardGrenzen, ...eigen };
  const indeling = indelingVan(soort);
  const herkend = await herkenBladen(indeling, werkboek);
  const hoofdblad = herkend.find(({ kop }) => kop.blad === indeling.hoofdblad);
  if (hoofdblad === undefined) return undefined;
  const deelbladen = await metRijen(herkend.filter((blad) => blad !== hoofdblad));
  const volgorde = deelbladen.length === 0 ? GEEN_VOLGORDE : await leesVolgorde(hoofdblad, grenzen);
  const { delen, losse } = await leesDeelbladen(deelbladen, volgorde, grenzen);
  return {
    hoofdblad: hoofdblad.kop.bladnaam,
    losse,
    async *records() {
      try {
        let plaats = 0;
        for await (const rij of hoofdblad.rijen()) {
          const rijen = new Map<Blad, readonly Bladrij[]>();
          for (const deel of delen) rijen.set(deel.blad.kop.blad, await deel.neem(plaats));
          const tekens = tekensSamen(rijen);
          const past = tekens <= grenzen.recordTekens;
          const erbij = [
            ...(volgorde.dubbel.has(rij.id ?? '') ? [dubbelId(rij)] : []),
            ...(past ? [] : [teGroot(rij)]),
          ];
          yield {
            tekens: tekensVan(rij) + (past ? tekens : 0),
            lees() {
              if (rij.celAchter !== undefined)
                return alsGeenRecord(teVeelCellen, { ...Herkomst.rijPlaats(rij), kolom: rij.celAchter });
              const geenRecord = rij.zonderToestemming ? undefined : alsTotaalrij(soort, rij.cellen);
              if (geenRecord !== undefined) return alsGeenRecord(geenRecord, Herkomst.rijPlaats(rij));
              const gelezen = leesRecord(indeling, rij, past ? rijen : new Map());
              return { ...gelezen, fouten: [...gelezen.fouten, ...erbij] };
            },
          };
          plaats++;
        }
      } finally {
        for (const deel of delen) await deel.sluit();
      }
    },
  };
}

/** Where there is nothing to join, a double id is for others to find. */
const GEEN_VOLGORDE: Volgorde = { plaatsen: new Map(), dubbel: new Set() };

const dubbelId = (rij: Bladrij): Celmelding =>
  losseRij(
    rij,
    'dubbel-id',
    'Dit ID staat meer dan één keer op dit blad, zodat niet te zien is bij welke rij de andere bladen horen: geef elke rij een eigen ID.',
  );

const teGroot = (rij: Bladrij): Celmelding =>
  losseRij(
    rij,
    'te-groot',
    'Bij dit ID staan op de andere bladen meer rijen dan er bij één record kunnen horen: verwijder de rijen die er niet bij horen.',
  );

function tekensSamen(rijen: ReadonlyMap<Blad, readonly Bladrij[]>): number {
  let tekens = 0;
  for (const deel of rijen.values()) for (const rij of deel) tekens += tekensVan(rij);
  return tekens;
}
