import { arbeidscontracten } from '../../waardelijsten/contractvormen.ts';
import { jaNee } from '../../waardelijsten/indicaties.ts';
import { code, conditie, datum, optioneel } from '../velden.ts';
import {
  codeBeroepsnaam,
  eenVan,
  gedeeldeVraagVelden,
  operator,
  rijbewijs,
  selectiegebied,
  taalbeheersing,
} from '../vraag-delen.ts';

/** `MPWerkzoekende` of the contracts: the question that job seekers are searched with. */
export const werkzoekendeVraagSchema = conditie({
  selectiegebied,
  ...optioneel({
    ...gedeeldeVraagVelden,
    'arbeidsmarktkwalificatie.rijbewijs': rijbewijs,
    'arbeidsmarktkwalificatie.taalbeheersing': taalbeheersing,
    bemiddelingsberoep: eenVan(
      'Bemiddelingsberoep',
      conditie(optioneel({ 'beroep.codeBeroepsnaam': codeBeroepsnaam })),
    ),
    contractvorm: eenVan(
      'Contractvorm',
      conditie(
        optioneel({
          codeTypeArbeidscontract: operator('$eq', code('Code type arbeidscontract', arbeidscontracten)),
        }),
      ),
      1,
    ),
    datumAanvangBeschikbaarVoorWerk: operator('$lte', datum('Datum aanvang beschikbaar voor werk')),
    'werktijden.indicatieKantoortijden': operator('$eq', code('Indicatie kantoortijden', jaNee)),
  }),
});
