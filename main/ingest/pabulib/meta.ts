/** Keys and values of META; keys in lower case. */
export const metaFacts = (records: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(records.map(([key = '', value = '']) => [key.trim().toLowerCase(), value.trim()]))
