import type { GekozenMapping } from './gebruik-mapping.ts';
import type { Mapping, Mappingvoorstel } from './mapping.ts';
import type { Kolomoordeel, Voorstel } from './voorstel.ts';

/** What UM keeps with an upload of how its columns were read, or might be: headings and rules, never a value. */
export interface GebruikteMapping {
  /** Whether the file was read with it; else it is only a proposal. */
  readonly gebruikt: boolean;
  readonly herkomst: GekozenMapping['herkomst'];
  readonly naam?: string;
  readonly mapping: Mapping | Mappingvoorstel;
  readonly herkenning: readonly Kolomoordeel[];
  readonly ontbreekt: readonly string[];
}

export const alsGebruikt = ({ herkomst, naam, mapping, voorstel }: GekozenMapping): GebruikteMapping => ({
  gebruikt: true,
  herkomst,
  ...(naam === undefined ? {} : { naam }),
  mapping,
  herkenning: metMapping(voorstel.herkenning, mapping),
  ontbreekt: voorstel.ontbreekt.filter((veld) => !velden(mapping).includes(veld)),
});

export const alsVoorstel = ({ mapping, herkenning, ontbreekt }: Voorstel): GebruikteMapping => ({
  gebruikt: false,
  herkomst: 'voorstel',
  mapping,
  herkenning,
  ontbreekt,
});

/** For each column what the mapping makes of it, which may be another than UM would propose. */
function metMapping(herkenning: readonly Kolomoordeel[], mapping: Mapping): readonly Kolomoordeel[] {
  return herkenning.map(({ plaats, kolom, hoe, veld, titel }) => {
    const regel = kolom === undefined ? undefined : mapping.kolommen.find((eigen) => eigen.kolom === kolom);
    const eigenVeld = kolom === mapping.id.kolom ? veld : regel?.veld;
    return {
      plaats,
      ...(kolom === undefined ? {} : { kolom }),
      hoe,
      ...(eigenVeld === undefined ? {} : { veld: eigenVeld }),
      ...(titel === undefined || eigenVeld !== veld ? {} : { titel }),
    };
  });
}

const velden = ({ kolommen, vasteWaarden = [] }: Mapping): (string | undefined)[] =>
  [...kolommen, ...vasteWaarden].map(({ veld }) => veld);
