import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const script = join(import.meta.dirname, '..', 'javascript', 'prepare.mjs');

/** Makes the JavaScript that the programs of UM run, where that has not been done; throws with what is wrong. */
export async function prepareJavascript(): Promise<void> {
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script]);
}
