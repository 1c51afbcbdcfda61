import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { soorten } from '../../domain/soorten/soorten.ts';

interface Antwoord {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly tekst: string;
}

interface Contract {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Readonly<Record<string, Respons>> }>>>
  >;
  readonly components: {
    readonly schemas: object;
    readonly headers: Readonly<Record<string, { schema: object }>>;
  };
}

interface Respons {
  readonly headers: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: { readonly 'application/json': { readonly schema: object } };
}

const bestanden = {
  werkzoekende: 'VUM-Bron-WerkzoekendeProfielen.yaml',
  vacature: 'VUM-Bron-Vacatures.yaml',
};

/** Says what of an answer breaks the official bron contract, in words; empty when nothing does. */
export type Contractcontrole = (methode: string, pad: string, antwoord: Antwoord) => string[];

/** Reads the official contract files from `map` (VUM_STANDARD_DIR). */
export function bronContract(map: string): Contractcontrole {
  const contracten = Object.values(soorten).map(
    (soort) => [soort.vum.pad, laad(join(map, 'contracts', bestanden[soort.naam]))] as const,
  );
  return (methode, pad, antwoord) => {
    const [soortPad, contract] =
      contracten.find(([begin]) => pad.startsWith(`/${begin}/`)) ?? contracten[0] ?? [];
    if (!contract || !soortPad) return ['no contract'];
    return controleer(contract, zoekRespons(contract, methode, pad, antwoord.status), antwoord);
  };
}

type Geladen = Contract & { readonly toets: (schema: object) => ValidateFunction };

function laad(bestand: string): Geladen {
  const contract = parse(readFileSync(bestand, 'utf8')) as Contract;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...contract, $id: 'contract' });
  const bekend = new Map<object, ValidateFunction>();
  const toets = (schema: object): ValidateFunction => {
    const klaar = bekend.get(schema);
    if (klaar) return klaar;
    const verwijzend = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;
    const nieuw = ajv.compile(verwijzend);
    bekend.set(schema, nieuw);
    return nieuw;
  };
  return { ...contract, toets };
}

/** The response as described; what belongs to no operation is checked as an answer of the first one. */
function zoekRespons(contract: Contract, methode: string, pad: string, status: number): Respons | undefined {
  const wachtend = methode === 'POST' && pad.endsWith('/matches') ? 'post' : 'get';
  const bewerking = Object.values(contract.paths).find((pad) => wachtend in pad)?.[wachtend];
  return bewerking?.responses[String(status)];
}

function controleer(
  contract: Geladen,
  respons: Respons | undefined,
  { status, headers, tekst }: Antwoord,
): string[] {
  if (!respons) return [`status ${status} is not in the contract`];
  const fouten: string[] = [];
  for (const [naam, { $ref }] of Object.entries(respons.headers)) {
    const waarde = headers[naam.toLowerCase()];
    const schema = contract.components.headers[$ref.split('/').at(-1) ?? '']?.schema ?? {};
    if (waarde !== undefined && !contract.toets(schema)(waarde)) fouten.push(`${naam}: ${String(waarde)}`);
  }
  if (!respons.content) return tekst === '' ? fouten : [...fouten, 'a body where the contract has none'];
  if (headers['content-type'] !== 'application/json')
    fouten.push(`content-type ${String(headers['content-type'])}`);
  const toets = contract.toets(respons.content['application/json'].schema);
  if (!toets(JSON.parse(tekst))) fouten.push(JSON.stringify(toets.errors));
  return fouten;
}
