import Type from 'typebox';
import { werkEnDenkniveaus } from '../../waardelijsten/opleiding.ts';
import { code, conditie, datum, optioneel } from '../velden.ts';
import {
  codeBeroepsnaam,
  gedeeldeVraagVelden,
  operator,
  rijbewijs,
  selectiegebied,
  taalbeheersing,
} from '../vraag-delen.ts';

const niveaus = werkEnDenkniveaus.map(([niveau, label]) => [`${niveau}`, label] as const);
const onbekend = code('Niveau onbekend', niveaus.slice(7));

/**
 * A range below "(nog) niet bekend", or exactly that. The contract closes the range for other operators;
 * UM ignores those here as everywhere.
 */
const niveauMinimaal = Type.Union(
  [
    conditie({
      $lt: onbekend,
      ...optioneel({ $gte: code('Code werk- en denkniveau minimaal', niveaus.slice(1, 7)) }),
    }),
    Type.Object({ $eq: Type.Optional(onbekend) }, { not: { required: ['$lt'] } }),
  ],
  {
    title: 'Code werk- en denkniveau minimaal',
    'x-verwacht': "moet {$gte: '1' tot en met '6', $lt: '7'} of {$eq: '7'} zijn",
  },
);

/** `MPVacature` of the contracts: the question that vacancies are searched with. */
export const vacatureVraagSchema = conditie({
  selectiegebied,
  ...optioneel({
    ...gedeeldeVraagVelden,
    'beroep.codeBeroepsnaam': codeBeroepsnaam,
    codeWerkEnDenkniveauMinimaal: niveauMinimaal,
    datumAanvangWerkzaamheden: operator('$gte', datum('Datum aanvang werkzaamheden')),
    rijbewijs,
    taalbeheersing,
  }),
});
