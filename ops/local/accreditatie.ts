/**
 * `npm run accreditatie -- --data DIR [--stack FILE]`: the official accreditation of VUM. Uses the UM that runs
 * (`--stack`, or the stack.json of `UM_HOME`); where none runs it starts one in a folder of its own.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { accrediteer } from './accreditatie/accrediteer.ts';
import { leesStandaardData } from './accreditatie/standaard-data.ts';
import { isGeslaagd, toonUitslag } from './accreditatie/uitslag.ts';
import { stackHome } from './stack-home.ts';
import { freePortBase } from './stack-ports.ts';
import { startStack } from './stack.ts';
import type { StackDescription } from './stack-description.ts';
import { Uitleg } from './uitleg.ts';

const zeg = (regel: string): void => console.log(regel);
let ruimOp = (): Promise<void> => Promise.resolve();

try {
  const { values } = parseArgs({ options: { data: { type: 'string' }, stack: { type: 'string' } } });
  if (values.data === undefined) {
    throw new Uitleg('Gebruik: npm run accreditatie -- --data MAP [--stack stack.json]');
  }
  const data = leesStandaardData(resolve(values.data));
  const stack = (await lopendeStack(values.stack)) ?? (await eigenStack());
  const uitslagen = await accrediteer(stack, data, zeg);
  console.log(`\n${toonUitslag(uitslagen)}`);
  process.exitCode = isGeslaagd(uitslagen) ? 0 : 1;
} catch (fout) {
  console.error(fout instanceof Uitleg ? fout.message : fout);
  process.exitCode = 2;
} finally {
  await ruimOp();
}

/** The stack that runs already; undefined where none was named and none answers. */
async function lopendeStack(genoemd: string | undefined): Promise<StackDescription | undefined> {
  const bestand = resolve(genoemd ?? stackHome(process.env['UM_HOME']).description);
  if (existsSync(bestand)) {
    const stack = JSON.parse(readFileSync(bestand, 'utf8')) as StackDescription;
    const leeft = await fetch(`${stack.api}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (leeft) {
      zeg(`UM draait op ${stack.api}: de testdata vervangt wat de demogemeente daar heeft gepubliceerd.`);
      return stack;
    }
  }
  if (genoemd !== undefined) throw new Uitleg(`Bij ${bestand} draait geen UM: start haar met npm start.`);
  return undefined;
}

/** A stack in a folder of its own, gone afterwards; the folder stays when it does not start, for its logs. */
async function eigenStack(): Promise<StackDescription> {
  const map = mkdtempSync(join(tmpdir(), 'um-accreditatie-'));
  const stack = await startStack({ home: stackHome(map), portBase: await freePortBase(), say: zeg });
  ruimOp = async () => {
    await stack.stop();
    rmSync(map, { recursive: true, force: true });
  };
  return stack.description;
}
