import { Type, type TSchema } from 'typebox';
import type { Soort } from '../../domain/soorten/soort.ts';

/** VUM's pseudonym of a record, as far as a detail can be asked of it: the contract also allows the empty string. */
export const vumIDPatroon = '^[a-zA-Z0-9_.-]{1,500}$';
const vumIDInMatch = '^[a-zA-Z0-9_.-]{0,500}$';

/** The envelope of a search answer (bemiddelaar contract 3.0.0); more fields than these are allowed there. */
export const zoekAntwoordSchema = Type.Object({
  maximumAantalResultatenBereikt: Type.Boolean(),
  vraagID: Type.String({ maxLength: 100 }),
  matches: Type.Array(Type.Unknown()),
});

/** A match as VUM sends it: the bron's match, with `vumID` where the bron had its own id. */
export function vumMatchSchema(soort: Soort): TSchema {
  const bron = soort.matchSchema as TSchema & {
    properties: Record<string, TSchema>;
    required?: readonly string[];
  };
  const { [soort.idVeld]: _id, ...properties } = bron.properties;
  return {
    ...bron,
    properties: { ...properties, vumID: Type.String({ pattern: vumIDInMatch }) },
    required: [...(bron.required ?? []).filter((veld) => veld !== soort.idVeld), 'vumID'],
  };
}

/** A detail answer. The contract requires nothing; without a record it is no answer, so here the record is required. */
export function detailAntwoordSchema(soort: Soort): TSchema {
  return Type.Object({
    bronID: Type.Optional(Type.String({ maxLength: 200 })),
    [soort.vum.detailVeld]: soort.schema,
  });
}
