import { accessSync, chmodSync, constants, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { demandSpace } from './disk-space.ts';
import { buildTemporalCli } from './temporal-cli-build.ts';
import { downloadTemporalCli } from './temporal-cli-download.ts';
import { withLock } from './lock.ts';
import { Uitleg } from './uitleg.ts';

/** The release of Temporal's CLI (with the dev server inside) that UM is tested with. */
export const temporalCliVersion = '1.8.2';

/** Of the binary, and of what Go needs to build it. */
const minFreeMegabytes = 2_000;

type Say = (line: string) => void;
type Env = Readonly<Record<string, string | undefined>>;

/**
 * Path of a Temporal CLI: the one that is pointed at, one on the PATH, the cached one, or the pinned release that is
 * fetched or built now. `say` tells what takes long.
 */
export async function findTemporalCli(env: Env, say: Say): Promise<string> {
  const pointed = env['TEMPORAL_CLI_PATH'];
  if (pointed) {
    if (isExecutable(pointed)) return pointed;
    throw new Uitleg(`TEMPORAL_CLI_PATH wijst naar ${pointed}, maar daar staat geen uitvoerbaar bestand.`);
  }
  const cached = cachedTemporalCli(env);
  return onPath(env) ?? (isExecutable(cached) ? cached : await fetchOrBuild(cached, env, say));
}

/** Where the pinned release is kept: outside node_modules, one folder a version. */
export function cachedTemporalCli(env: Env): string {
  const cache = env['XDG_CACHE_HOME'] || join(env['HOME'] ?? homedir(), '.cache');
  return join(cache, 'um', 'temporal-cli', temporalCliVersion, executableName);
}

const executableName = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

async function fetchOrBuild(target: string, env: Env, say: Say): Promise<string> {
  mkdirSync(dirname(target), { recursive: true });
  demandSpace(dirname(target), minFreeMegabytes);
  const make = async (): Promise<string> => {
    if (isExecutable(target)) return target;
    const made = `${target}.${process.pid}.tmp`;
    try {
      const ready =
        (await downloadTemporalCli(temporalCliVersion, made, env, say)) ||
        (await buildTemporalCli(temporalCliVersion, made, env, say));
      if (!ready) throw new Uitleg(howToGetIt(target));
      chmodSync(made, 0o755);
      // Renamed at the end: whoever finds the file finds all of it.
      renameSync(made, target);
      return target;
    } finally {
      rmSync(made, { force: true });
    }
  };
  const wait = () => say('Een ander proces haalt of bouwt de Temporal CLI al; daar wacht ik op …');
  return withLock(`${target}.lock`, make, wait);
}

const howToGetIt = (target: string) =>
  `De Temporal CLI ${temporalCliVersion} ontbreekt en kon niet worden gehaald of gebouwd: installeer hem (https://docs.temporal.io/cli), of installeer Go 1.26 zodat ik hem bouw, of zet het bestand op ${target}.`;

function onPath(env: Env): string | undefined {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((dir) => dir !== '')
    .map((dir) => join(dir, executableName))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
