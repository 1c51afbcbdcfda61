import type { Selectiefout } from './selectie.ts';
import type { Waardebereik } from './waarde.ts';

/** More than this is of no use to anybody, and a hostile question could hold thousands. */
const HOOGSTE_AANTAL = 50;

/** One reading of a search question: takes it apart by the rules of the standard and keeps what is wrong. */
export class Ontleding {
  readonly fouten: Selectiefout[] = [];
  readonly genegeerd: string[] = [];

  /** The fields of an object, none where it is absent; an empty text, list or object counts as absent. */
  velden(deel: unknown, pad: string): readonly (readonly [naam: string, deel: unknown])[] {
    if (typeof deel === 'object' && deel !== null && !Array.isArray(deel)) return Object.entries(deel);
    if (!isLeeg(deel)) this.#ongeldig(pad, 'een object');
    return [];
  }

  /** The only field of an object that is known. */
  lid(deel: unknown, bekend: string, pad: string): unknown {
    let lid: unknown;
    for (const [naam, inhoud] of this.velden(deel, pad)) {
      if (naam === bekend) lid = inhoud;
      else this.negeer(pad, naam);
    }
    return lid;
  }

  /** A list, empty where it is absent. */
  lijst(deel: unknown, pad: string): readonly unknown[] {
    if (isLeeg(deel)) return [];
    if (Array.isArray(deel)) return deel;
    this.#ongeldig(pad, 'een lijst');
    return [];
  }

  /** A value within its range, or undefined where it is absent. */
  waarde(deel: unknown, bereik: Waardebereik, pad: string): string | number | undefined {
    if (isLeeg(deel)) return undefined;
    if (bereik.geldig(deel)) return deel as string | number;
    this.#ongeldig(pad, bereik.omschrijving);
    return undefined;
  }

  verplichteWaarde(deel: unknown, bereik: Waardebereik, pad: string): string | number | undefined {
    if (isLeeg(deel)) this.ontbreekt(pad, `Deze waarde ontbreekt; verwacht wordt ${bereik.omschrijving}.`);
    return this.waarde(deel, bereik, pad);
  }

  ontbreekt(pad: string, melding: string): void {
    this.#meld({ pad, code: 'ontbreekt', melding });
  }

  /** A field or operator that the contract does not know. */
  negeer(pad: string, naam: string): void {
    if (this.genegeerd.length < HOOGSTE_AANTAL) this.genegeerd.push(`${pad}/${ontsnap(naam)}`);
  }

  #ongeldig(pad: string, verwacht: string): void {
    this.#meld({ pad, code: 'ongeldig', melding: `Verwacht wordt ${verwacht}.` });
  }

  #meld(fout: Selectiefout): void {
    if (this.fouten.length < HOOGSTE_AANTAL) this.fouten.push(fout);
  }
}

function isLeeg(deel: unknown): boolean {
  if (deel === undefined || deel === '') return true;
  if (typeof deel !== 'object' || deel === null) return false;
  return Object.keys(deel).length === 0;
}

/** RFC 6901: `~` and `/` in a name are escaped. */
function ontsnap(naam: string): string {
  return naam.replaceAll('~', '~0').replaceAll('/', '~1');
}
