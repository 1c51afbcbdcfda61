import type { SoortNaam } from '../soorten/soort-naam.ts';
import { Ontleding } from './ontleding.ts';
import type { Selecteerbaar, SelecteerbareLijst, SelecteerbareWaarde } from './selecteerbaar.ts';
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
  const vraag = lezing.object(vraagObject, '');
  const gebied = leesGebied(lezing, vraag?.['selectiegebied']);
  const { waarden, lijsten } = soort.selecteerbaar;
  const selectie: Selectie = {
    soort: soort.naam,
    gebied,
    vergelijkingen: waarden.flatMap((veld) => leesWaarde(lezing, veld, vraag, '')),
    lijsten: lijsten.flatMap((veld) => leesLijst(lezing, veld, vraag)),
  };
  lezing.negeerOnbekend(vraag, ['selectiegebied', ...[...waarden, ...lijsten].flatMap((v) => v.namen)], '');
  return lezing.fouten.length > 0 ? { fouten: lezing.fouten } : { selectie, genegeerd: lezing.genegeerd };
}

function leesGebied(lezing: Ontleding, deel: unknown): Selectie['gebied'] {
  const pad = '/selectiegebied';
  const gebied = lezing.object(deel, pad);
  if (gebied === undefined) {
    lezing.ontbreekt(pad, 'Het selectiegebied ontbreekt: geef een postcode en een afstand in kilometers.');
    return { postcode: '', afstand: 0 };
  }
  lezing.negeerOnbekend(gebied, ['postcode', 'afstand'], pad);
  return {
    postcode: String(lezing.verplichteWaarde(gebied['postcode'], postcode, `${pad}/postcode`)).toUpperCase(),
    afstand: Number(lezing.verplichteWaarde(gebied['afstand'], afstand, `${pad}/afstand`)),
  };
}

/** The comparisons on one field, under any of its names; several operators in one condition all apply. */
function leesWaarde(
  lezing: Ontleding,
  veld: SelecteerbareWaarde,
  ouder: Readonly<Record<string, unknown>> | undefined,
  ouderPad: string,
): Vergelijking[] {
  return veld.namen.flatMap((naam) => {
    const pad = `${ouderPad}/${naam}`;
    const voorwaarde = lezing.object(ouder?.[naam], pad);
    const bekend = Object.entries(veld.operatoren);
    lezing.negeerOnbekend(voorwaarde, Object.keys(veld.operatoren), pad);
    return bekend.flatMap(([operator, bereik]) => {
      const waarde = lezing.waarde(voorwaarde?.[operator], bereik, `${pad}/${operator}`);
      return waarde === undefined
        ? []
        : [{ pad: veld.pad, operator: operator as Vergelijking['operator'], waarde }];
    });
  });
}

function leesLijst(
  lezing: Ontleding,
  veld: SelecteerbareLijst,
  vraag: Readonly<Record<string, unknown>> | undefined,
): Lijstvoorwaarde[] {
  return veld.namen.flatMap((naam) => {
    const pad = `/${naam}`;
    const voorwaarde = lezing.object(vraag?.[naam], pad);
    if (veld.vorm === 'alle') {
      lezing.negeerOnbekend(voorwaarde, ['$all'], pad);
      return leesElementen(lezing, veld, voorwaarde?.['$all'], `${pad}/$all`).map((alternatief) => ({
        pad: veld.pad,
        alternatieven: [alternatief],
      }));
    }
    lezing.negeerOnbekend(voorwaarde, ['$elemMatch'], pad);
    const element = lezing.object(voorwaarde?.['$elemMatch'], `${pad}/$elemMatch`);
    lezing.negeerOnbekend(element, ['$or'], `${pad}/$elemMatch`);
    const alternatieven = leesElementen(lezing, veld, element?.['$or'], `${pad}/$elemMatch/$or`);
    // Nothing known is asked of an element: an unknown alternative may not become a filter.
    return alternatieven.length === 0 ? [] : [{ pad: veld.pad, alternatieven }];
  });
}

/** What is asked of an element, for each item of `$all` (inside its `$elemMatch`) or of `$or`. */
function leesElementen(
  lezing: Ontleding,
  veld: SelecteerbareLijst,
  deel: unknown,
  pad: string,
): (readonly Vergelijking[])[] {
  return lezing.lijst(deel, pad).flatMap((item, index) => {
    let itemPad = `${pad}/${index}`;
    let element = lezing.object(item, itemPad);
    if (veld.vorm === 'alle') {
      lezing.negeerOnbekend(element, ['$elemMatch'], itemPad);
      itemPad = `${itemPad}/$elemMatch`;
      element = lezing.object(element?.['$elemMatch'], itemPad);
    }
    lezing.negeerOnbekend(
      element,
      veld.waarden.flatMap((waarde) => waarde.namen),
      itemPad,
    );
    const gevraagd = veld.waarden.map((waarde) => leesWaarde(lezing, waarde, element, itemPad));
    veld.waarden.forEach((waarde, i) => {
      if (waarde.verplicht && gevraagd[i]?.length === 0 && gevraagd.some((deel) => deel.length > 0)) {
        lezing.ontbreekt(`${itemPad}/${waarde.namen[0]}`, `${waarde.namen[0]} ontbreekt in deze voorwaarde.`);
      }
    });
    const vergelijkingen = gevraagd.flat();
    return vergelijkingen.length === 0 ? [] : [vergelijkingen];
  });
}
