import Type, { type TSchema } from 'typebox';
import { jaNee } from '../waardelijsten/indicaties.ts';
import { rijbewijzen } from '../waardelijsten/rijbewijzen.ts';
import { taalniveaus } from '../waardelijsten/taalniveaus.ts';
import { codeTaal, postcode } from './delen/kenmerken.ts';
import { code, conditie, getal, lijst, optioneel, tekst } from './velden.ts';

/*
 * The conditions that search questions for both kinds share (`…_selectie` in the contracts). Unknown fields
 * and operators are allowed everywhere: the standard ignores them.
 */

/** `veld {operator: waarde}`, where the operator may be left out. */
export const operator = <Naam extends string, Waarde extends TSchema>(naam: Naam, waarde: Waarde) =>
  conditie(optioneel({ [naam]: waarde } as Record<Naam, Waarde>));

/** Every one of these conditions must hold for some element of the field. */
const alle = <Element extends TSchema>(title: string, element: Element) =>
  conditie(
    optioneel({
      $all: Type.Array(conditie(optioneel({ $elemMatch: element })), { title, minItems: 1 }),
    }),
  );

/** One of these conditions must hold for some element of the field. */
export const eenVan = <Element extends TSchema>(title: string, element: Element, minItems?: 1) =>
  conditie(
    optioneel({
      $elemMatch: conditie(
        optioneel({
          $or: minItems === undefined ? lijst(title, element) : Type.Array(element, { title, minItems }),
        }),
      ),
    }),
  );

export const selectiegebied = Type.Object(
  { postcode: postcode('Postcode'), afstand: getal('Afstand', 0, 999, 'In kilometers.') },
  { title: 'Selectiegebied' },
);

export const codeBeroepsnaam = operator('$eq', tekst('Code beroepsnaam', 200));

const niveau = operator(
  '$gte',
  code(
    'Taalniveau',
    taalniveaus.filter(([waarde]) => waarde >= 2 && waarde <= 4),
  ),
);

export const taalbeheersing = alle(
  'Taalbeheersing',
  conditie({
    codeTaal: operator('$eq', codeTaal),
    ...optioneel({ codeNiveauTaalbeheersingMondeling: niveau, codeNiveauTaalbeheersingSchriftelijk: niveau }),
  }),
);

export const rijbewijs = alle(
  'Rijbewijs',
  conditie(optioneel({ codeSoortRijbewijs: operator('$eq', code('Code soort rijbewijs', rijbewijzen)) })),
);

const werkuren = (title: string) => getal(title, 1, 99);

/** The fields that both kinds spell alike. */
export const gedeeldeVraagVelden = {
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': operator(
    '$eq',
    code('Indicatie onregelmatig werk of ploegendienst', jaNee),
  ),
  'werktijden.aantalWerkurenPerWeekMaximaal': operator('$gte', werkuren('Aantal werkuren per week maximaal')),
  'werktijden.aantalWerkurenPerWeekMinimaal': operator('$lte', werkuren('Aantal werkuren per week minimaal')),
};
