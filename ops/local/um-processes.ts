import { join } from 'node:path';
import type { PartOptions } from './supervise.ts';

const checkout = join(import.meta.dirname, '..', '..');
const answerMs = 5_000;

/** How to run one of UM's own programs, on the Node that runs this. */
export function nodeProgram(script: string): Pick<PartOptions, 'command' | 'args'> {
  return {
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(checkout, script)],
  };
}

/** Resolves when the address answers with a success. */
export async function demandOk(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}
