import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Says how often it was asked to end, and takes its time. */
const programma = `
let keren = 0;
process.on('SIGTERM', () => {
  if (++keren === 1) setTimeout(() => (console.log('gevraagd: ' + keren), process.exit(0)), 2_500);
});
console.log('klaar');
setInterval(() => undefined, 1_000);
`;

test('when the shell of npm ends, what it runs is asked once to end: a second time would mean at once', async () => {
  const map = mkdtempSync(join(tmpdir(), 'um-bootstrap-'));
  const pad = join(map, 'programma.ts');
  writeFileSync(pad, programma);
  const opdracht = `"${process.execPath}" ops/local/bootstrap.mjs "${relative(root, pad)}"; true`;
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const shell = spawn('sh', ['-c', opdracht], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const uitvoer = text(shell.stdout);
  await once(shell.stdout, 'readable');
  shell.kill('SIGTERM');
  expect((await uitvoer).trim().split('\n')).toEqual(['klaar', 'gevraagd: 1']);
  rmSync(map, { recursive: true });
}, 30_000);
