import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';

const NAMEN: Readonly<Record<string, string>> = {
  ';': 'een puntkomma',
  ',': 'een komma',
  '\t': 'een tab',
  '|': 'een verticale streep',
};

/** The first line says `sep=,`, and the columns are kept apart by something else. */
export const andereScheiding = (gezegd: string, teken: string): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-beschadigd',
    `De eerste regel (sep=) zegt dat ${NAMEN[gezegd] ?? `“${gezegd}”`} de kolommen scheidt, maar in dit bestand doet ${NAMEN[teken] ?? `“${teken}”`} dat. Haal die regel weg of verbeter hem, en lever het bestand opnieuw aan.`,
    { regel: 1 },
  );

/** `"a;b;c"`: what a program makes of a row that it took for one cell. */
export const heleRegels = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-beschadigd',
    'De regels van dit bestand staan als geheel tussen aanhalingstekens, zodat elke regel maar één kolom is. Exporteer het opnieuw, liefst als Excel (.xlsx); of haal van elke regel het eerste en het laatste aanhalingsteken weg en maak van "" weer ", en lever het bestand opnieuw aan.',
    { regel: 1 },
  );
