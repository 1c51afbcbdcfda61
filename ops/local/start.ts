/** `npm start`: all of UM on this machine, until Ctrl-C. */
import { startStack } from './stack.ts';
import { stackHome } from './stack-home.ts';
import { readPortBase } from './stack-ports.ts';
import { stackTable } from './stack-table.ts';
import { Uitleg } from './uitleg.ts';

/** One Ctrl-C reaches us more than once: from the terminal, and passed on by npm. */
const sameKeyMs = 1_000;

let stop: (() => Promise<void>) | undefined;
let askedAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

try {
  const home = stackHome(process.env['UM_HOME']);
  const portBase = readPortBase(process.env['UM_PORT_BASE']);
  console.log('UM starten …');
  const stack = await startStack({ home, portBase, say: (line) => console.log(line) });
  console.log(stackTable(stack.description, home.dir));
  stop = () => stack.stop();
} catch (error) {
  console.error(error instanceof Uitleg ? error.message : error);
  process.exitCode = 1;
}

async function end(): Promise<void> {
  const again = askedAt !== undefined && Date.now() - askedAt > sameKeyMs;
  if (askedAt !== undefined && !again) return;
  askedAt ??= Date.now();
  // Before everything is up there is nothing in hand: leaving at once ends every part (see supervise.ts).
  if (again || !stop) process.exit(130);
  console.log('\nStoppen … (nog een keer Ctrl-C stopt meteen)');
  await stop();
  console.log('UM is gestopt.');
  process.exit(0);
}
