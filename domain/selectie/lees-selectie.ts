import type { SoortNaam } from '../soorten/soort-naam.ts';
import { Ontleding } from './ontleding.ts';
import {
  operatoren,
  type Selecteerbaar,
  type SelecteerbareLijst,
  type SelecteerbareWaarde,
} from './selecteerbaar.ts';
import type { Lijstvoorwaarde, Selectie, Selectiefout, Vergelijking } from './selectie.ts';
import { geheel, patroon } from './waarde.ts';

/** What a search question came to: a selection, or all that is wrong with it. */
export type GelezenSelectie =
  | { readonly selectie: Selectie; readonly genegeerd: readonly string[]; readonly fouten?: never }
  | { readonly selectie?: never; readonly fouten: readonly Selectiefout[] };

/** What reading needs to know of a soort. */
export interface SelecteerbareSoort {
  readonly naam: SoortNaam;
  readonly selecteerbaar: Selecteerbaar;
}

const postcode = patroon(/^[0-9]{4}[a-zA-Z]{2}$/, 'een postcode als 1234AB');
const afstand = geheel(0, 999);

/**
 * Reads the `vraagObject` of a search question. The standard's rules: a field or operator that the contract
 * does not know is ignored, and so is an empty text, list or object; what the contract does know must be of
 * the form that it prescribes. `genegeerd` lists the JSON Pointers of what was ignored because it is unknown.
 */
export function leesSelectie(soort: SelecteerbareSoort, vraagObject: unknown): GelezenSelectie {
  const lezing = new Ontleding();
  const { waarden, lijsten } = soort.selecteerbaar;
  const vergelijkingen: Vergelijking[] = [];
  const lijstvoorwaarden: Lijstvoorwaarde[] = [];
  let gebied: Selectie['gebied'] | undefined;
  for (const [naam, deel] of lezing.velden(vraagObject, '')) {
    const pad = `/${naam}`;
    const waarde = veldMetNaam(waarden, naam);
    const lijst = veldMetNaam(lijsten, naam);
    if (naam === 'selectiegebied') gebied = leesGebied(lezing, deel);
    else if (waarde) vergelijkingen.push(...leesWaarde(lezing, waarde, deel, pad));
    else if (lijst) lijstvoorwaarden.push(...leesLijst(lezing, lijst, deel, pad));
    else lezing.negeer('', naam);
  }
  gebied ??= leesGebied(lezing, undefined);
  if (lezing.fouten.length > 0) return { fouten: lezing.fouten };
  const selectie = { soort: soort.naam, gebied, vergelijkingen, lijsten: ontdubbeld(lijstvoorwaarden) };
  return { selectie, genegeerd: lezing.genegeerd };
}

function leesGebied(lezing: Ontleding, deel: unknown): Selectie['gebied'] {
  const pad = '/selectiegebied';
  const velden = new Map(lezing.velden(deel, pad));
  if (deel === undefined || (velden.size === 0 && lezing.fouten.length === 0)) {
    lezing.ontbreekt(pad, 'Het selectiegebied ontbreekt: geef een postcode en een afstand in kilometers.');
    return { postcode: '', afstand: 0 };
  }
  if (velden.size === 0) return { postcode: '', afstand: 0 };
  for (const naam of velden.keys()) if (naam !== 'postcode' && naam !== 'afstand') lezing.negeer(pad, naam);
  return {
    postcode: String(
      lezing.verplichteWaarde(velden.get('postcode'), postcode, `${pad}/postcode`),
    ).toUpperCase(),
    afstand: Number(lezing.verplichteWaarde(velden.get('afstand'), afstand, `${pad}/afstand`)),
  };
}

/** The comparisons on one field; several operators in one condition all apply. */
function leesWaarde(
  lezing: Ontleding,
  veld: SelecteerbareWaarde,
  deel: unknown,
  pad: string,
): Vergelijking[] {
  const vergelijkingen: Vergelijking[] = [];
  for (const [naam, inhoud] of lezing.velden(deel, pad)) {
    const operator = operatoren.find((bekend) => bekend === naam);
    const bereik = operator && veld.operatoren[operator];
    if (!bereik) {
      lezing.negeer(pad, naam);
      continue;
    }
    const waarde = lezing.waarde(inhoud, bereik, `${pad}/${naam}`);
    if (waarde !== undefined) vergelijkingen.push({ pad: veld.pad, operator, waarde });
  }
  return vergelijkingen;
}

/** `{$all: [{$elemMatch: {…}}, …]}` is a condition for each item, `{$elemMatch: {$or: […]}}` is one. */
function leesLijst(
  lezing: Ontleding,
  veld: SelecteerbareLijst,
  deel: unknown,
  pad: string,
): Lijstvoorwaarde[] {
  if (veld.vorm === 'alle') {
    const items = lezing.lijst(lezing.lid(deel, '$all', pad), `${pad}/$all`);
    return items.flatMap((item, index) => {
      const itemPad = `${pad}/$all/${index}`;
      const element = leesElement(
        lezing,
        veld,
        lezing.lid(item, '$elemMatch', itemPad),
        `${itemPad}/$elemMatch`,
      );
      return element.length === 0 ? [] : [{ pad: veld.pad, alternatieven: [element] }];
    });
  }
  const of = lezing.lid(lezing.lid(deel, '$elemMatch', pad), '$or', `${pad}/$elemMatch`);
  const ofPad = `${pad}/$elemMatch/$or`;
  const alternatieven = lezing
    .lijst(of, ofPad)
    .map((item, index) => leesElement(lezing, veld, item, `${ofPad}/${index}`))
    .filter((alternatief) => alternatief.length > 0);
  // Nothing known is asked of an element: an unknown alternative may not become a filter.
  return alternatieven.length === 0 ? [] : [{ pad: veld.pad, alternatieven }];
}

/** What is asked of one element of a list. */
function leesElement(
  lezing: Ontleding,
  veld: SelecteerbareLijst,
  deel: unknown,
  pad: string,
): Vergelijking[] {
  const vergelijkingen: Vergelijking[] = [];
  for (const [naam, inhoud] of lezing.velden(deel, pad)) {
    const waarde = veldMetNaam(veld.waarden, naam);
    if (waarde) vergelijkingen.push(...leesWaarde(lezing, waarde, inhoud, `${pad}/${naam}`));
    else lezing.negeer(pad, naam);
  }
  for (const { verplicht, pad: gevraagd, namen } of veld.waarden) {
    if (verplicht && vergelijkingen.length > 0 && !vergelijkingen.some((v) => v.pad === gevraagd)) {
      lezing.ontbreekt(`${pad}/${namen[0]}`, `${namen[0]} ontbreekt in deze voorwaarde.`);
    }
  }
  return vergelijkingen;
}

function veldMetNaam<Veld extends { readonly namen: readonly string[] }>(
  velden: readonly Veld[],
  naam: string,
): Veld | undefined {
  for (const veld of velden) if (veld.namen.includes(naam)) return veld;
  return undefined;
}

/** A condition that is asked a thousand times costs no more than asked once. */
function ontdubbeld(lijsten: readonly Lijstvoorwaarde[]): readonly Lijstvoorwaarde[] {
  if (lijsten.length < 2) return lijsten;
  return [...new Map(lijsten.map((lijst) => [JSON.stringify(lijst), lijst])).values()];
}
