import { jsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import type { Blad, Indeling, Kolom } from './blad.ts';
import { maakBladnamen } from './bladnaam.ts';
import { type Lijst, ontleed } from './ontleed.ts';

const indelingen = new WeakMap<Soort, Indeling>();

/**
 * The sheets of a soort, derived from its schema: what is nested in groups becomes columns of one sheet, what
 * repeats becomes a sheet of its own, linked by the id of the record, and by a number where it repeats twice.
 */
export function indelingVan(soort: Soort): Indeling {
  let indeling = indelingen.get(soort);
  if (indeling === undefined) indelingen.set(soort, (indeling = maakIndeling(soort)));
  return indeling;
}

/** Every sheet of a layout, the main one first. */
export const alleBladen = ({ hoofdblad, deelbladen }: Indeling): readonly Blad[] => [
  hoofdblad,
  ...deelbladen,
];

function maakIndeling(soort: Soort): Indeling {
  const schema = jsonSchema(soort.schema);
  const geefNaam = maakBladnamen();
  const titel = `${soort.meervoud.charAt(0).toUpperCase()}${soort.meervoud.slice(1)}`;
  const { kolommen, groepen, lijsten } = ontleed(schema, '', titel);
  const [id, ...rest] = [
    ...kolommen.filter(({ sleutel }) => sleutel === soort.idVeld),
    ...kolommen.filter(({ sleutel }) => sleutel !== soort.idVeld),
  ];
  if (id?.sleutel !== soort.idVeld)
    throw new Error(`The id of ${soort.naam} is no value of the record itself`);
  const idKolom: Kolom = { ...id, rol: 'id', verplicht: true };
  const hoofdblad: Blad = {
    ...{ naam: geefNaam(titel), titel, lijst: '', weg: [], ouder: undefined, nummer: undefined },
    ...{ kolommen: metEigenTitels([idKolom, ...rest]), groepen },
  };
  const maakDeelbladen = (ouder: Blad, delen: readonly Lijst[]): Blad[] =>
    delen.flatMap((lijst) => {
      const inhoud = ontleed(lijst.element, lijst.sleutel, lijst.titel);
      const nummer = inhoud.lijsten.length > 0 ? nummerKolom(lijst) : undefined;
      const sleutels = ouder.kolommen.filter(({ rol }) => rol !== 'waarde');
      const blad: Blad = {
        naam: geefNaam(lijst.titel, ouder.titel),
        ...{ titel: lijst.titel, lijst: lijst.sleutel, weg: lijst.weg, ouder, nummer },
        kolommen: metEigenTitels([...sleutels, ...(nummer ? [nummer] : []), ...inhoud.kolommen]),
        groepen: inhoud.groepen,
      };
      return [blad, ...maakDeelbladen(blad, inhoud.lijsten)];
    });
  return { soort, hoofdblad, deelbladen: maakDeelbladen(hoofdblad, lijsten) };
}

/** A number of the gemeente's own choosing; it is no part of the record. */
const nummerKolom = ({ sleutel, titel }: Lijst): Kolom => ({
  rol: 'nummer',
  sleutel: `${sleutel}#`,
  titel: `Nummer ${titel.charAt(0).toLowerCase()}${titel.slice(1)}`,
  groep: titel,
  weg: [],
  schema: { type: 'integer', title: `Nummer ${titel.toLowerCase()}`, minimum: 1, maximum: 999_999 },
  verplicht: false,
});

/** Two columns of one sheet never go by one name. */
function metEigenTitels(kolommen: readonly Kolom[]): Kolom[] {
  const aantal = (titel: string): number => kolommen.filter((kolom) => kolom.titel === titel).length;
  return kolommen.map((kolom) =>
    aantal(kolom.titel) === 1 ? kolom : { ...kolom, titel: `${kolom.titel} (${kolom.groep.toLowerCase()})` },
  );
}
