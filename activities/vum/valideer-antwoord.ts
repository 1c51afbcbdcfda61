import { setImmediate as adem } from 'node:timers/promises';
import { Compile, type Validator } from 'typebox/compile';
import type { RecordInhoud, Soort } from '../../domain/soorten/soort.ts';
import { VumAntwoordOnjuist, type VumBericht } from '../../domain/vum-fouten.ts';
import { detailAntwoordSchema, vumMatchSchema, zoekAntwoordSchema } from './antwoord-schema.ts';

/** A match with VUM's pseudonym in place of the bron's id. */
type VumMatch = RecordInhoud & { readonly vumID: string };

export interface ZoekAntwoord {
  /** VUM's own number of this search. */
  readonly vraagID: string;
  /** Some bron had more matches than it may give. */
  readonly maximumAantalResultatenBereikt: boolean;
  readonly matches: readonly VumMatch[];
}

export interface DetailAntwoord {
  readonly bronID?: string;
  readonly record: RecordInhoud;
}

export interface AntwoordValidatie {
  /** `zonderVumID`: how many matches were left out because nobody could ask their detail. */
  zoek(soort: Soort, json: unknown): Promise<{ antwoord: ZoekAntwoord; zonderVumID: number }>;
  detail(soort: Soort, json: unknown): DetailAntwoord;
}

/** Matches checked in one go; validating 100 takes well under a millisecond. */
const perBeurt = 500;

/** Checks VUM's answers against the contract. One wrong match makes the whole answer wrong: nothing of it is kept. */
export function createAntwoordValidatie(): AntwoordValidatie {
  const envelop = Compile(zoekAntwoordSchema);
  const match = perSoort((soort) => Compile(vumMatchSchema(soort)));
  const detail = perSoort((soort) => Compile(detailAntwoordSchema(soort)));

  return {
    async zoek(soort, json) {
      eis('zoek', envelop, json);
      const { matches, vraagID, maximumAantalResultatenBereikt } = json as ZoekAntwoord;
      const uniek = new Map<string, VumMatch>();
      let zonderVumID = 0;
      for (const [index, kandidaat] of matches.entries()) {
        if (index % perBeurt === perBeurt - 1) await adem();
        eis('zoek', match(soort), kandidaat);
        // The same vumID twice is the same record twice.
        if (kandidaat.vumID === '') zonderVumID++;
        else if (!uniek.has(kandidaat.vumID)) uniek.set(kandidaat.vumID, kandidaat);
      }
      const antwoord = { vraagID, maximumAantalResultatenBereikt, matches: [...uniek.values()] };
      return { antwoord, zonderVumID };
    },

    detail(soort, json) {
      eis('detail', detail(soort), json);
      const { bronID, [soort.vum.detailVeld]: record } = json as Record<string, unknown> & {
        bronID?: string;
      };
      if (Object.keys(record as RecordInhoud).length === 0) {
        throw new VumAntwoordOnjuist({ bericht: 'detail', reden: 'leeg' });
      }
      return { ...(bronID !== undefined && { bronID }), record: record as RecordInhoud };
    },
  };
}

/** Throws with the place in the schema that was broken: our own words, never a value or name from the answer. */
function eis(bericht: VumBericht, validator: Validator, waarde: unknown): void {
  if (validator.Check(waarde)) return;
  throw new VumAntwoordOnjuist({ bericht, reden: validator.Errors(waarde)[0]?.schemaPath });
}

/** Compiling costs milliseconds and happens once for each kind. */
function perSoort(compileer: (soort: Soort) => Validator): (soort: Soort) => Validator {
  const klaar = new Map<Soort, Validator>();
  return (soort) => {
    const validator = klaar.get(soort) ?? compileer(soort);
    klaar.set(soort, validator);
    return validator;
  };
}
