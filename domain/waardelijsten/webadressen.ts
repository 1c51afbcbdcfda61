export const webadressen = [
  [
    1,
    'Webadres werkzoekende profiel (webadres waarop een profielbeschrijving van de werkzoekende is te vinden)',
  ],
  [2, 'Webadres CV (webadres waarop het CV van een werkzoekende te vinden is)'],
  [3, 'Webadres werkgever'],
  [4, 'Webadres online sollicitatieformulier'],
] as const;
