import type { Selecteerbaar } from '../../selectie/selecteerbaar.ts';
import { beroepsnaam, rijbewijzen, talen, urenEnRooster } from '../../selectie/gedeeld.ts';
import { datum, keuze } from '../../selectie/waarde.ts';

/** What a search question can ask of a job seeker (`MPWerkzoekende`, bron contract 3.0.0). */
export const werkzoekendeSelectie: Selecteerbaar = {
  waarden: [
    ...urenEnRooster,
    {
      namen: ['werktijden.indicatieKantoortijden'],
      pad: 'werktijden.indicatieKantoortijden',
      operatoren: { $eq: keuze(1, 2) },
    },
    {
      // The contract asks it by its bare name, the data holds it under `flexibiliteit`: both are understood.
      namen: ['datumAanvangBeschikbaarVoorWerk', 'flexibiliteit.datumAanvangBeschikbaarVoorWerk'],
      pad: 'flexibiliteit.datumAanvangBeschikbaarVoorWerk',
      operatoren: { $lte: datum },
    },
  ],
  lijsten: [
    {
      namen: ['bemiddelingsberoep'],
      pad: 'bemiddelingsberoep',
      vorm: 'een-van',
      waarden: [
        {
          // The contract's path exists in no record: the data is `bemiddelingsberoep[].codeBeroepsnaam`.
          namen: ['beroep.codeBeroepsnaam', 'codeBeroepsnaam'],
          pad: 'codeBeroepsnaam',
          operatoren: { $eq: beroepsnaam },
        },
      ],
    },
    {
      namen: ['contractvorm'],
      pad: 'contractvorm',
      vorm: 'een-van',
      waarden: [
        {
          namen: ['codeTypeArbeidscontract'],
          pad: 'codeTypeArbeidscontract',
          operatoren: { $eq: keuze('O', 'B') },
        },
      ],
    },
    rijbewijzen('arbeidsmarktkwalificatie.rijbewijs'),
    talen('arbeidsmarktkwalificatie.taalbeheersing'),
  ],
  naastVraagObject: 'verboden',
};
