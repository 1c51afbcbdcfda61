/** The same question with room for one row more than a page holds: whether that comes tells whether a next page will. */
export const oneMore = <Filter extends { readonly limiet: number }>(filter: Filter): Filter => ({
  ...filter,
  limiet: filter.limiet + 1,
});

/**
 * The page out of the rows that `oneMore` asked for, and the address of the next one where there is one. `from`: what
 * of the filter changes to go on behind the last row.
 */
export function pageOf<Row>(
  path: string,
  rows: readonly Row[],
  filter: { readonly limiet: number },
  from: (last: Row) => Readonly<Record<string, string | number>>,
): { readonly page: readonly Row[]; readonly next: { readonly volgende?: string } } {
  const page = rows.slice(0, filter.limiet);
  const last = page.at(-1);
  if (rows.length <= filter.limiet || last === undefined) return { page, next: {} };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...from(last) }))
    parameters.set(name, String(value));
  return { page, next: { volgende: `${path}?${parameters.toString()}` } };
}
