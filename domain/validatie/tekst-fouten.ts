import { isGroep, type JsonSchema } from '../soorten/json-schema.ts';
import { bevatBsn } from './bsn.ts';
import type { Fout } from './fout.ts';
import { plekLangs } from './plek.ts';
import { fout } from './schema-fouten.ts';

/** Looks through the texts of a value; made once for a schema, because every record passes it. */
export type TekstControle = (waarde: unknown) => readonly TekstFout[];

/** What was found, and the way to it from the value that was looked through. */
interface TekstFout {
  readonly weg: readonly (string | number)[];
  readonly code: 'tekens' | 'bsn-in-tekst';
}

const geen: readonly TekstFout[] = [];
const onbewaarbaar: readonly TekstFout[] = [{ weg: [], code: 'tekens' }];
const metBsn: readonly TekstFout[] = [{ weg: [], code: 'bsn-in-tekst' }];

/**
 * The check on every text that may hold anything: characters that a database cannot store everywhere, a BSN in
 * the free texts. Free are names, descriptions, explanations and e-mail addresses. Not free, because nine of
 * their digits mean something else one time in eleven: telephone numbers, URLs, vacancy numbers and the codes
 * of CompetentNL. Texts with a pattern, a list or a date are safe by themselves.
 */
export function maakTekstControle(schema: JsonSchema): TekstControle | undefined {
  if (schema.properties !== undefined) return groepControle(schema.properties);
  if (schema.items !== undefined) return lijstControle(maakTekstControle(schema.items));
  if ((schema.type !== 'string' || schema.enum) ?? schema.pattern ?? schema.format) return undefined;
  const vrij = schema['x-vrije-tekst'] === true;
  return (waarde) => {
    if (typeof waarde !== 'string') return geen;
    if (!waarde.isWellFormed() || waarde.includes('\0')) return onbewaarbaar;
    return vrij && bevatBsn(waarde) ? metBsn : geen;
  };
}

function groepControle(properties: Readonly<Record<string, JsonSchema>>): TekstControle | undefined {
  const controles = Object.entries(properties).flatMap(([naam, schema]) => {
    const controle = maakTekstControle(schema);
    return controle === undefined ? [] : [[naam, controle] as const];
  });
  if (controles.length === 0) return undefined;
  return (waarde) => {
    if (!isGroep(waarde)) return geen;
    let fouten = geen;
    for (const [naam, controle] of controles) {
      const veld = waarde[naam];
      if (veld !== undefined) fouten = samen(fouten, naam, controle(veld));
    }
    return fouten;
  };
}

function lijstControle(controle: TekstControle | undefined): TekstControle | undefined {
  if (controle === undefined) return undefined;
  return (waarde) => {
    if (!Array.isArray(waarde)) return geen;
    let fouten = geen;
    for (let index = 0; index < waarde.length; index++) {
      fouten = samen(fouten, index, controle(waarde[index]));
    }
    return fouten;
  };
}

/** Makes nothing new for a record without faults, which is nearly every record. */
const samen = (
  eerder: readonly TekstFout[],
  stap: string | number,
  nieuw: readonly TekstFout[],
): readonly TekstFout[] =>
  nieuw.length === 0 ? eerder : [...eerder, ...nieuw.map(({ weg, code }) => ({ weg: [stap, ...weg], code }))];

/** The fault in words, with the name of the field along the way through the schema; never the text itself. */
export const tekstFout = (schema: JsonSchema, { weg, code }: TekstFout): Fout =>
  fout(plekLangs(schema, weg), code, gezegdes[code]);

const gezegdes = {
  'bsn-in-tekst': 'bevat een getal dat een burgerservicenummer kan zijn; haal het uit de tekst',
  tekens: 'bevat een teken dat geen tekst is; verwijder het en typ de tekst opnieuw',
};
