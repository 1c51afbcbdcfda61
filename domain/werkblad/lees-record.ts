import { jsonSchema } from '../soorten/json-schema.ts';
import type { RecordInhoud } from '../soorten/soort.ts';
import { toestemmingPlek } from '../mapping/toestemming.ts';
import type { Fout } from '../validatie/fout.ts';
import { plekLangs } from '../validatie/plek.ts';
import { fout } from '../validatie/schema-fouten.ts';
import type { Blad, Indeling } from './blad.ts';
import { Elementen, type Stap } from './elementen.ts';
import { Herkomst, type Plaats } from './herkomst.ts';
import { isLegeLijst, leesElement } from './lees-element.ts';
import type { Bladrij } from './rij.ts';

/** A fault with the cell, or the row, that it is in. */
export interface Celmelding {
  readonly fout: Fout;
  readonly plaats: Plaats | undefined;
}

/** What stands in the column that says what is to be done with a record, and where that is. */
interface Mutatiecel {
  readonly tekst: string;
  readonly plaats: Plaats;
}

/** A record out of the rows of one workbook. */
export interface GelezenWerkbladRecord {
  /** Row of the main sheet. */
  readonly rij: number;
  /** Undefined for a row that is no record, as its fault says. */
  readonly record: RecordInhoud | undefined;
  /** What could not be read; such a value stands in the record as the text of its cell. */
  readonly fouten: readonly Celmelding[];
  /** The cell that a place in the record (a JSON Pointer) came from, or would have to stand in. */
  readonly plaatsVan: (pad: string) => Plaats | undefined;
  readonly mutatie?: Mutatiecel | undefined;
  /** The person did not consent: nothing of the record but its id may be used. */
  readonly zonderToestemming?: true;
}

/** Rows of one record, by sheet, in the order of the file. */
export type Deelrijen = ReadonlyMap<Blad, readonly Bladrij[]>;

/** Puts a record together from its row on the main sheet and its rows on the others. */
export function leesRecord(indeling: Indeling, hoofdrij: Bladrij, delen: Deelrijen): GelezenWerkbladRecord {
  const schema = jsonSchema(indeling.soort.schema);
  const herkomst = new Herkomst();
  const fouten: Celmelding[] = [];
  const meld = (weg: readonly Stap[], code: string, gezegde: string, rij: Bladrij): void => {
    const gevonden = fout(plekLangs(schema, weg), code, gezegde);
    fouten.push({ fout: gevonden, plaats: herkomst.plaatsVan(gevonden.pad) ?? Herkomst.rijPlaats(rij) });
  };
  const lees = (rij: Bladrij, weg: readonly Stap[]): unknown => {
    herkomst.onthoud(weg, rij);
    const { element, fouten: celfouten } = leesElement(rij);
    for (const { weg: binnen, code, gezegde } of celfouten) meld([...weg, ...binnen], code, gezegde, rij);
    return element;
  };

  const record = lees(hoofdrij, []) as RecordInhoud;
  if (hoofdrij.onleesbareToestemming !== undefined) {
    const { kolom, gezegde } = hoofdrij.onleesbareToestemming;
    const plaats = { ...Herkomst.rijPlaats(hoofdrij), kolom };
    fouten.push({ fout: fout(toestemmingPlek, 'cel', gezegde), plaats });
  }
  const elementen = new Elementen(record);
  for (const blad of indeling.deelbladen) {
    for (const rij of delen.get(blad) ?? []) {
      const lijst = elementen.lijstVoor(rij);
      if ('melding' in lijst) fouten.push(losseRij(rij, lijst.code, lijst.melding));
      else if (!isLegeLijst(rij))
        elementen.voegToe(rij, lijst, lees(rij, [...lijst.weg, lijst.elementen.length]));
    }
  }
  const mutatie = mutatiecel(hoofdrij);
  return {
    ...{ rij: hoofdrij.rij, record, fouten, mutatie },
    plaatsVan: (pad) => herkomst.plaatsVan(pad),
    ...(hoofdrij.zonderToestemming && { zonderToestemming: true }),
  };
}

function mutatiecel(rij: Bladrij): Mutatiecel | undefined {
  const { mutatie: tekst, kop } = rij;
  const kolom = kop.mutatie;
  return tekst === undefined || kolom === undefined
    ? undefined
    : { tekst, plaats: { ...Herkomst.rijPlaats(rij), kolom } };
}

/** A fault of a row that belongs nowhere in a record. */
export const losseRij = (rij: Bladrij, code: string, melding: string): Celmelding => ({
  fout: { pad: '', code, melding, ernst: 'fout' },
  plaats: Herkomst.rijPlaats(rij),
});
