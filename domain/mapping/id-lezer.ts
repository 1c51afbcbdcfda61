import { jsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import { zonderNulBreuk } from '../werkblad/heel-getal.ts';
import { type Cel, leesCel } from '../werkblad/lees-cel.ts';
import { alsBsn } from './bsn-kolom.ts';

/** An id that leads to nobody, the same for the same text and gemeente. */
export type Pseudoniem = (tekst: string) => string;

/** An id as it is read, with why it is none. */
export interface GelezenId {
  readonly waarde: string;
  readonly fout?: { readonly code: string; readonly gezegde: string };
}

const cijfersVan = (id: string): string => zonderNulBreuk(id).replace(/[^0-9]/g, '');

/** The value of the id as UM keeps it; a burgerservicenummer always becomes a pseudonym where UM has a key. */
export function maakIdLezer(soort: Soort, altijd: boolean, pseudoniem: Pseudoniem | undefined) {
  const schema = jsonSchema(soort.schema).properties?.[soort.idVeld] ?? {};
  return (cel: Cel): GelezenId | undefined => {
    const gelezen = leesCel(schema, cel);
    if (gelezen === undefined) return undefined;
    if (gelezen.waarde === '') return 'code' in gelezen ? { waarde: '', fout: gelezen } : undefined;
    const id = `${gelezen.waarde}`;
    // Eight digits are a number of the gemeente's own, unless the mapping says that this is a pseudonym's column.
    const bsn = altijd || cijfersVan(id).length === 9 ? alsBsn(id) : undefined;
    const waarde = pseudoniem && (altijd || bsn !== undefined) ? pseudoniem(bsn ?? id) : id;
    return 'code' in gelezen ? { waarde, fout: gelezen } : { waarde };
  };
}
