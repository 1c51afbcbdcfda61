import { webadressen } from '../../waardelijsten/webadressen.ts';
import { code, groep, optioneel, tekst, vrijeTekst } from '../velden.ts';

/*
 * How to get in touch. Shared by a werkzoekende and a vacature, as the bron contracts 3.0.0 spell it; the
 * descriptions follow the data standard (Gegevensstandaard VUM 1.5).
 */

export const webadres = groep(
  'Webadres',
  optioneel({
    codeWebadres: code('Code webadres', webadressen, 'Het soort webadres.'),
    url: tekst('URL', 1000, { uitleg: 'Het webadres zelf.', voorbeeld: 'https://www.gemeente.example/' }),
  }),
);

export const naamContactpersoonAfdeling = vrijeTekst(
  'Naam contactpersoon/-afdeling',
  35,
  'De persoon of afdeling waar meer informatie te krijgen is.',
);

/** Free text as well: an address that holds a BSN leads to a person as surely as a sentence that does. */
export const emailadres = vrijeTekst('E-mailadres', 320, {
  uitleg: 'Het adres voor elektronische post.',
  voorbeeld: 'werk@gemeente.example',
});

export const telefoonnummer = tekst('Telefoonnummer', 14, {
  uitleg: 'Een Nederlands telefoonnummer, met de nul aan het begin.',
  voorbeeld: '0140000000',
  cijfers: 10,
});
