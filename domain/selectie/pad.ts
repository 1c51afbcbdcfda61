/** The value at a dotted path, or undefined where the path leads nowhere. */
export function haalOp(deel: unknown, pad: string): unknown {
  let hier = deel;
  for (const stap of pad.split('.')) {
    if (typeof hier !== 'object' || hier === null || !Object.hasOwn(hier, stap)) return undefined;
    hier = (hier as Record<string, unknown>)[stap];
  }
  return hier;
}
