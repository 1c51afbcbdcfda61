/**
 * First step of every npm script. Runs on any Node from 20 without a single package, installs what package-lock.json
 * says where that is not there yet, and hands over to the given TypeScript file on the Node that UM needs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const modules = join(root, 'node_modules');
const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
/** The first Node that runs TypeScript by itself without a flag. */
const typeStripping = [22, 18];
const freeBytesToInstall = 1.5e9;

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Gebruik: node ops/local/bootstrap.mjs <bestand.ts> [argumenten]');
if (!isNode([20, 0]))
  stop(`UM heeft Node 20 of nieuwer nodig; dit is ${process.version}. Zie https://nodejs.org.`);
install();
run(nodeForTypeScript(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args]);

function install() {
  if (isInstalled()) return;
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    console.error(
      'node_modules is een koppeling en wijkt af van package-lock.json; ik laat die zoals ze is.',
    );
    return;
  }
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < freeBytesToInstall) {
    stop('De schijf is bijna vol: maak ten minste 1,5 GB vrij en probeer het opnieuw.');
  }
  console.error('Pakketten installeren (npm ci); de eerste keer duurt dit een paar minuten …');
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const viaNpm = cli && /npm-cli\.[cm]?js$/.test(cli);
  const [command, first] = viaNpm ? [process.execPath, [cli]] : ['npm', []];
  const done = spawnSync(command, [...first, ...flags], { cwd: root, stdio: 'inherit', shell: !viaNpm });
  if (done.error || done.status !== 0) {
    stop(
      'De pakketten konden niet worden geïnstalleerd; hierboven staat waarom. Draai daarna hetzelfde opnieuw.',
    );
  }
}

/** npm records what it installed; that record against the lock file tells whether anything is missing. */
function isInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      installed[path]?.version === entry.version ||
      (!installed[path] && (entry.optional || entry.devOptional || entry.peer)),
  );
}

/** The Node that is locked in package.json, or this one where that package does not exist (macOS, Windows). */
function nodeForTypeScript() {
  if (existsSync(ownNode) && spawnSync(ownNode, ['--version']).status === 0) return ownNode;
  if (isNode(typeStripping)) return process.execPath;
  return stop(
    `Op dit systeem (${process.platform}-${process.arch}) heeft UM zelf geen Node meegekregen: installeer Node 24 (https://nodejs.org); dit is ${process.version}.`,
  );
}

/** Hands the terminal to the child. Ctrl-C reaches the child by itself; other signals are passed on. */
function run(command, commandArgs) {
  const child = spawn(command, commandArgs, { cwd: process.cwd(), stdio: 'inherit' });
  process.on('SIGINT', () => {
    // A terminal sends this to the whole group; a script (kill -INT) to this process alone. The child takes both.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.on('error', (error) => stop(`Kon ${command} niet starten: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

/** npm passes a signal on to its shell, and that shell ends without telling us. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    // Once: whoever asks again wants to end at once.
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}

function isNode([major, minor]) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
