import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const moduleDir = join(import.meta.dirname, '..', 'temporal-cli');
const mainPackage = 'github.com/temporalio/cli/cmd/temporal';
const progressEveryMs = 30_000;

/** Builds the pinned CLI from source with Go into `target`; false where there is no Go or the build fails. */
export async function buildTemporalCli(
  version: string,
  target: string,
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<boolean> {
  if (spawnSync('go', ['version'], { env }).status !== 0) return false;
  say(`Temporal CLI ${version} bouwen met Go; dat duurt eenmalig ongeveer vijf minuten …`);
  const started = performance.now();
  const progress = setInterval(() => {
    say(`  … nog bezig met bouwen (${Math.round((performance.now() - started) / 1000)} s)`);
  }, progressEveryMs);
  try {
    return await build(version, target, env);
  } finally {
    clearInterval(progress);
  }
}

function build(
  version: string,
  target: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const ldflags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
  const child = spawn('go', ['build', '-trimpath', '-ldflags', ldflags, '-o', target, mainPackage], {
    cwd: moduleDir,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // Whoever gives up on us must not keep the machine busy for minutes.
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      process.off('exit', endWithUs);
      resolve(code === 0);
    });
  });
}
