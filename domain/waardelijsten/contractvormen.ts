export const arbeidscontracten = [
  ['B', 'Bepaalde tijd'],
  ['O', 'Onbepaalde tijd'],
] as const;

export const overeenkomsten = [
  ['01', 'Reguliere vacature'],
  ['02', 'Leerbaan'],
  ['03', 'Vrijwilligerswerk'],
  ['04', 'Werkervaringsplaats'],
] as const;
