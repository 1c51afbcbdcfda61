/** The address of the next page, as long as this one is full. */
export function nextPage(
  path: string,
  filter: { readonly limiet: number },
  aantal: number,
  laatste: string | number | undefined,
): { volgende?: string } {
  if (laatste === undefined || aantal < filter.limiet) return {};
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, na: laatste })) parameters.set(name, String(value));
  return { volgende: `${path}?${parameters.toString()}` };
}
