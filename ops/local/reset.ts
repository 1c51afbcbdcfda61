/** `npm run reset`: forgets everything that the stack knows. The next `npm start` begins anew. */
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { endLeftovers } from './leftovers.ts';
import { isHeld } from './lock.ts';
import { stackHome, type StackHome } from './stack-home.ts';

const home = stackHome(process.env['UM_HOME']);
if (isHeld(home.lock)) {
  console.error(`UM draait nog in ${home.dir}: stop hem eerst met Ctrl-C.`);
  process.exitCode = 1;
} else {
  await endLeftovers(home.processes);
  const removed = forgettable(home).filter((path) => existsSync(path));
  for (const path of removed) rmSync(path, { recursive: true });
  const names = removed.map((path) => basename(path)).join(', ');
  console.log(
    removed.length === 0 ? `Er was niets bewaard in ${home.dir}.` : `Verwijderd uit ${home.dir}: ${names}.`,
  );
}

/** By name: UM_HOME may be a folder with more in it. The fetched postcodes are nobody's data and stay. */
function forgettable(home: StackHome): string[] {
  const folders = [home.database, home.temporalDatabase, home.identityKeys, home.log('api')].map(dirname);
  return [
    ...folders,
    home.certs,
    home.bronCache,
    home.gemeenten,
    home.vumConfig,
    home.description,
    home.lock,
  ];
}
