/** How an upload can end without being published. */
export const aflopen = [
  'afgekeurd',
  'ingehaald',
  'mislukt',
  'geannuleerd',
  'afgewezen',
  'vervallen',
] as const;
export type Afloop = (typeof aflopen)[number];

/**
 * Why an upload was not published, for who delivered it; undefined where the code needs no sentence of UM's own,
 * because reading the file has left one.
 */
export function aanleverMelding(afloop: Afloop, code: string): string | undefined {
  return meldingen[code] ?? (afloop === 'mislukt' ? internMislukt : undefined);
}

const meldingen: Readonly<Record<string, string>> = {
  'bestand-leeg':
    'Het bestand bevat geen records. Lever een bestand met records aan; wilt u niets meer publiceren, trek dan de publicatie in.',
  'bestand-met-fouten':
    'Het bestand bevat fouten en is daarom niet gepubliceerd. Herstel de fouten, of lever aan met fouten=sla-over.',
  'geen-toestemming':
    'Bij geen enkele rij staat dat er toestemming is om het profiel te delen; er is niets gepubliceerd. Wilt u niets meer publiceren, trek dan de publicatie in.',
  'geen-goede-records':
    'Geen enkel record in het bestand is goed; er is niets gepubliceerd. Herstel de fouten.',
  ingehaald:
    'Een latere aanlevering van dezelfde soort is al gepubliceerd; deze is daarom niet gepubliceerd. Bevat zij wijzigingen die nog nodig zijn, lever die dan opnieuw aan.',
  geannuleerd: 'De aanlevering is geannuleerd; er is niets gepubliceerd.',
  afgewezen: 'De aanlevering is afgewezen; er is niets gepubliceerd.',
  vervallen:
    'Niemand heeft op tijd over deze aanlevering besloten; er is niets gepubliceerd. Lever het bestand opnieuw aan.',
  'verwerking-afgebroken':
    'De verwerking is door een beheerder van UM gestopt; er is niets gepubliceerd. Lever het bestand opnieuw aan.',
};

const internMislukt = 'Er ging iets mis in UM; er is niets gepubliceerd. Lever het bestand opnieuw aan.';
