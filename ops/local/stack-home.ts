import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demandSpace } from './disk-space.ts';
import { Uitleg } from './uitleg.ts';

/** Where a stack keeps everything it has: one folder, absolute paths. */
export interface StackHome {
  readonly dir: string;
  readonly database: string;
  readonly temporalDatabase: string;
  readonly certs: string;
  readonly identityKeys: string;
  readonly gemeenten: string;
  readonly vumKey: string;
  readonly pseudonymSecret: string;
  readonly vumConfig: string;
  readonly postcodes: string;
  readonly bronCache: string;
  readonly lock: string;
  readonly processes: string;
  readonly description: string;
  log(part: string): string;
}

const checkout = join(import.meta.dirname, '..', '..');
const minFreeMegabytes = 300;
const maxLogBytes = 20e6;

/** `UM_HOME`, or .um in the checkout. */
export function stackHome(umHome: string | undefined): StackHome {
  const dir = resolve(umHome !== undefined && umHome !== '' ? umHome : join(checkout, '.um'));
  return {
    dir,
    database: join(dir, 'db', 'um.sqlite'),
    temporalDatabase: join(dir, 'temporal', 'temporal.sqlite'),
    certs: join(dir, 'certs'),
    identityKeys: join(dir, 'identity', 'keys.json'),
    gemeenten: join(dir, 'gemeenten.json'),
    vumKey: join(dir, 'identity', 'vum.key'),
    pseudonymSecret: join(dir, 'identity', 'pseudoniem.key'),
    vumConfig: join(dir, 'vum-simulator.json'),
    postcodes: join(dir, 'postcodes', 'pc4.csv'),
    bronCache: join(dir, 'bron'),
    lock: join(dir, 'stack.lock'),
    processes: join(dir, 'processes.json'),
    description: join(dir, 'stack.json'),
    log: (part) => join(dir, 'logs', `${part}.log`),
  };
}

/** Makes the folders, for the owner alone, and sees that there is room to work. */
export function prepareHome(home: StackHome): void {
  const folders = ['db', 'temporal', 'certs', 'identity', 'postcodes', 'bron', 'logs'];
  try {
    for (const folder of folders) mkdirSync(join(home.dir, folder), { recursive: true, mode: 0o700 });
    accessSync(home.dir, constants.W_OK);
  } catch (error) {
    const sentence = `Ik kan niet schrijven in ${home.dir}: geef uzelf daar rechten, of kies een andere map met UM_HOME.`;
    throw new Uitleg(sentence, { cause: error });
  }
  demandSpace(home.dir, minFreeMegabytes);
}

/** Keeps one older log of each part, so that logs do not grow without end. */
export function rotateLog(path: string): void {
  if (existsSync(path) && statSync(path).size > maxLogBytes) renameSync(path, `${path}.1`);
}
