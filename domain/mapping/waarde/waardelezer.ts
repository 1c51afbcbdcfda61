import type { JsonSchema } from '../../soorten/json-schema.ts';
import type { Cel, Celwaarde } from '../../werkblad/lees-cel.ts';
import { isVrij, leesCel } from '../../werkblad/lees-cel.ts';
import { isNull } from '../../werkblad/null.ts';
import { zonderOnzichtbaar } from '../../werkblad/onzichtbaar.ts';
import type { Veld } from '../velden.ts';
import type { Kolomregel } from '../mapping.ts';
import { maakDatumlezer } from './lees-datum.ts';
import { maakGetallezer } from './lees-getal.ts';
import { maakKeuzelezer, maakKeuzezoeker } from './lees-keuze.ts';
import { maakTekstlezer } from './lees-tekst.ts';
import { maakSplitser, type Splitser } from './splitser.ts';

/** What the cells of one column mean for one field; made once, called for every row. */
export interface Waardelezer {
  /** Undefined when the cell says nothing. */
  readonly lees: (cel: Cel) => Celwaarde | undefined;
  /** The parts of a cell that holds a list. */
  readonly splits: Splitser;
}

type Regels = Pick<Kolomregel, 'waarden' | 'datumvolgorde' | 'eenheid' | 'scheiding'>;

export function maakWaardelezer({ schema, sleutel }: Veld, regels: Regels): Waardelezer {
  const zoek = maakKeuzezoeker(schema);
  const eigen = eigenWaarden(regels.waarden);
  const kent = (tekst: string): boolean => eigen?.has(vlak(tekst)) === true || zoek?.(tekst) !== undefined;
  const lees = leesSoort(schema, sleutel, zoek, regels);
  const leest = (tekst: string): boolean => {
    const gelezen = lees({ soort: 'tekst', tekst });
    return gelezen !== undefined && !('code' in gelezen);
  };
  return {
    splits: maakSplitser(
      schema,
      regels.scheiding,
      zoek === undefined && eigen === undefined ? undefined : kent,
      schema['x-open-lijst'] === 'sbi' ? leest : undefined,
    ),
    lees: (gegeven) => {
      const cel = isVrij(schema) ? gegeven : zonderOnzichtbaar(gegeven);
      if (cel.soort === 'fout') return leesCel(schema, cel);
      if (eigen !== undefined) {
        const sleutelwoord = vlak(cel.tekst);
        const waarde = eigen.get(sleutelwoord);
        if (waarde !== undefined) return { waarde };
        if (eigen.has(sleutelwoord)) return undefined;
      }
      return isNull(cel) ? undefined : lees(cel);
    },
  };
}

function leesSoort(
  schema: JsonSchema,
  sleutel: string,
  zoek: ReturnType<typeof maakKeuzezoeker>,
  { datumvolgorde, eenheid }: Regels,
): Waardelezer['lees'] {
  if (schema.enum !== undefined && zoek !== undefined) return maakKeuzelezer(schema, zoek);
  if (schema.type === 'integer') return maakGetallezer(schema, sleutel, eenheid);
  if (schema.format === 'date') return maakDatumlezer(datumvolgorde);
  const leesTekst = maakTekstlezer(schema, sleutel);
  if (zoek === undefined) return leesTekst;
  // An open list: what it knows is translated, what it does not know may be a code all the same.
  return (cel) => {
    const code = zoek(cel.tekst);
    return code === undefined ? leesTekst(cel) : { waarde: code };
  };
}

function eigenWaarden(waarden: Regels['waarden']): Map<string, string | number | undefined> | undefined {
  if (waarden === undefined || waarden.length === 0) return undefined;
  return new Map(waarden.map(({ van, naar }) => [vlak(van), naar]));
}

const vlak = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim().toLowerCase();
