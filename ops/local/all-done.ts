/** Like Promise.all, but a failure waits for the others, so that what they started can be stopped. */
export async function allDone<T extends readonly unknown[]>(
  ...work: { [I in keyof T]: Promise<T[I]> }
): Promise<T> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
