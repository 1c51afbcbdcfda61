import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const script = join(import.meta.dirname, '..', 'javascript', 'prepare.mjs');

/** Makes the bundles that the programs of UM run, where that has not been done; says so where they must do without. */
export async function prepareJavascript(say: (line: string) => void): Promise<void> {
  const args = ['--disable-warning=ExperimentalWarning', script];
  const { stderr } = await promisify(execFile)(process.execPath, args);
  if (stderr !== '') say(`Zonder bundels start UM langzamer en neemt het meer geheugen: ${stderr.trim()}`);
}
