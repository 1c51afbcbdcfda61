import { dirname } from 'node:path';
import type { StackDescription } from './stack-description.ts';

type Row = readonly [what: string, where: string, login: string];

/** What runs, where it is and how to log in, as one table for the terminal. */
export function stackTable(stack: StackDescription, homeDir: string): string {
  const naamVan = (oin: string) => stack.gemeenten.find((gemeente) => gemeente.oin === oin)?.naam ?? 'UM';
  const rows: Row[] = [
    ['Wat', 'Waar', 'Inloggen'],
    ['API voor gemeenten', stack.api, 'token van de identity provider'],
    ['Beschrijving van de API', `${stack.api}/v1/documentatie`, 'niet nodig'],
    ['Bron (wat VUM aanroept)', stack.bron, `certificaat in ${dirname(stack.bronClient.cert)}`],
    ['VUM-simulator', `${stack.vum}/_simulator`, 'niet nodig'],
    ['Temporal (processen)', stack.temporalUi, 'niet nodig'],
    ['Identity provider', stack.issuer, 'hieronder'],
    ...stack.gemeenten.map(({ naam, clientId, clientSecret }): Row => [
      `  Systeem van ${naam}`,
      `${stack.issuer}/token`,
      `${clientId} / ${clientSecret}`,
    ]),
    ...stack.gebruikers.map(({ gebruikersnaam, wachtwoord, oin, rollen }): Row => [
      `  ${capital(rollen.join(', '))}, ${naamVan(oin)}`,
      `${stack.issuer}/auth`,
      `${gebruikersnaam} / ${wachtwoord}`,
    ]),
  ];
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    ([what, where, login]) => `  ${what.padEnd(first ?? 0)}  ${where.padEnd(second ?? 0)}  ${login}`,
  );
  const width = Math.max(...lines.map((line) => line.length));
  lines.splice(1, 0, `  ${'─'.repeat(width - 2)}`);
  return [
    '',
    ...lines,
    '',
    `  UM draait. Ctrl-C stopt alles; de gegevens blijven bewaard in ${homeDir} (npm run reset vergeet ze).`,
    ...tokenExample(stack),
    `  Adressen en accounts voor scripts: ${homeDir}/stack.json. Logboeken: ${homeDir}/logs.`,
    '',
  ].join('\n');
}

function tokenExample({ issuer, gemeenten }: StackDescription): string[] {
  const [gemeente] = gemeenten;
  if (!gemeente) return [];
  const { clientId, clientSecret } = gemeente;
  return [
    `  Een token: curl -s -u ${clientId}:${clientSecret} -d grant_type=client_credentials ${issuer}/token`,
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
