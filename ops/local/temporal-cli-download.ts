import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the Temporal SDK gets its dev server from. */
const source = 'https://temporal.download/cli';
const reachableMs = 5_000;
const downloadMs = 300_000;

/**
 * Lets the Temporal SDK download the release to `target`. False where the internet is out of reach: that is an
 * ordinary situation in a municipal network, so it is found out within seconds.
 */
export async function downloadTemporalCli(
  version: string,
  target: string,
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<boolean> {
  if (!(await isReachable(version, env))) {
    say('De Temporal CLI kan hier niet worden gedownload (geen toegang tot temporal.download).');
    return false;
  }
  say(`Temporal CLI ${version} downloaden (ongeveer 60 MB) …`);
  const dir = mkdtempSync(join(dirname(target), 'download-'));
  try {
    await letSdkDownload(version, dir, env);
    const file = readdirSync(dir).find((name) => statSync(join(dir, name)).size > 1_000_000);
    if (file === undefined || file.endsWith('.downloading')) return false;
    renameSync(join(dir, file), target);
    return true;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function isReachable(
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  // Behind a proxy only the SDK itself knows the way.
  if (env['HTTPS_PROXY'] ?? env['https_proxy']) return true;
  try {
    const answer = await fetch(`${source}/v${version}?arch=amd64&platform=linux`, {
      signal: AbortSignal.timeout(reachableMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** In a process of its own, because the SDK's download cannot be cancelled. It starts the server once as well. */
function letSdkDownload(
  version: string,
  dir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const script = `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const server = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', version: 'v${version}', downloadDir: process.env.DOWNLOAD_DIR } },
    });
    await server.teardown();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...env, DOWNLOAD_DIR: dir },
    stdio: 'ignore',
    timeout: downloadMs,
  });
  // Whether it worked shows in the folder: a slow first start of the server is no failed download.
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
