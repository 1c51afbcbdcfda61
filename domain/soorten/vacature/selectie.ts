import type { Selecteerbaar } from '../../selectie/selecteerbaar.ts';
import { beroepsnaam, rijbewijzen, talen, urenEnRooster } from '../../selectie/gedeeld.ts';
import { datum, keuze } from '../../selectie/waarde.ts';

/** What a search question can ask of a vacancy (`MPVacature`, bron contract 3.0.0). */
export const vacatureSelectie: Selecteerbaar = {
  waarden: [
    ...urenEnRooster,
    {
      namen: ['beroep.codeBeroepsnaam'],
      pad: 'beroep.codeBeroepsnaam',
      operatoren: { $eq: beroepsnaam },
    },
    {
      // Levels compare as text: `$lt: '7'` includes '0', "not known".
      namen: ['codeWerkEnDenkniveauMinimaal'],
      pad: 'codeWerkEnDenkniveauMinimaal',
      operatoren: { $gte: keuze('1', '2', '3', '4', '5', '6'), $lt: keuze('7'), $eq: keuze('7') },
    },
    {
      // The contract asks it by its bare name, the data holds it under `arbeidsVoorwaarden`: both are understood.
      namen: ['datumAanvangWerkzaamheden', 'arbeidsVoorwaarden.datumAanvangWerkzaamheden'],
      pad: 'arbeidsVoorwaarden.datumAanvangWerkzaamheden',
      operatoren: { $gte: datum },
    },
  ],
  lijsten: [rijbewijzen('rijbewijs'), talen('taalbeheersing')],
  naastVraagObject: 'toegestaan',
};
