import type { IncomingMessage } from 'node:http';
import { Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { soortNamen, type SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { ContractFout } from './contract-fout.ts';

const maxBytes = 256 * 1024;

/** Beside the `vraagObject` the contract of vacancies allows more, that of job seekers does not. */
const meerToegestaan: Record<SoortNaam, boolean> = { werkzoekende: false, vacature: true };

const vragen = Object.fromEntries(
  soortNamen.map((naam) => [
    naam,
    Compile(
      Type.Object({ vraagObject: soorten[naam].vraagSchema }, { additionalProperties: meerToegestaan[naam] }),
    ),
  ]),
) as unknown as Record<SoortNaam, Validator>;

/** Reads the body of a search, checks it against the contract and returns the `vraagObject` as it came. */
export async function leesVraag(
  soort: SoortNaam,
  verzoek: IncomingMessage,
): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(verzoek.headers['content-type'] ?? '')) {
    throw new ContractFout('400.01', 'De inhoud moet application/json zijn.');
  }
  const vraag = await leesJson(verzoek);
  const validator = vragen[soort];
  // The standard: an empty string, array or object counts as absent.
  const gevuld = zonderLege(vraag);
  if (!validator.Check(gevuld)) {
    const waar = validator.Errors(gevuld).map((fout) => `${fout.instancePath || '/'}: ${fout.keyword}`);
    throw new ContractFout('400.01', 'De vraag voldoet niet aan het contract.', waar.join(', '));
  }
  return (vraag as { vraagObject: Record<string, unknown> }).vraagObject;
}

async function leesJson(verzoek: IncomingMessage): Promise<unknown> {
  const delen: Buffer[] = [];
  let bytes = 0;
  for await (const deel of verzoek as AsyncIterable<Buffer>) {
    bytes += deel.byteLength;
    if (bytes > maxBytes) throw new ContractFout('400.01', 'De inhoud is te groot.');
    delen.push(deel);
  }
  try {
    return JSON.parse(Buffer.concat(delen).toString('utf8'));
  } catch {
    throw new ContractFout('400.01', 'De inhoud is geen JSON.');
  }
}

function zonderLege(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(zonderLege).filter((deel) => !isLeeg(deel));
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const delen = Object.entries(waarde).map(([naam, deel]) => [naam, zonderLege(deel)] as const);
  return Object.fromEntries(delen.filter(([, deel]) => !isLeeg(deel)));
}

function isLeeg(waarde: unknown): boolean {
  if (waarde === '') return true;
  return typeof waarde === 'object' && waarde !== null && Object.keys(waarde).length === 0;
}
