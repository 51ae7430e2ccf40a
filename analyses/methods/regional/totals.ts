/** Words a row uses to say that it is all of them together; `T` and `A-S` are codes of their own and not among them. */
const words: ReadonlySet<string> = new Set([
  'total',
  'total_',
  '_t',
  'all',
  'celkem',
  'celkom',
  'ogółem',
  'ogolem',
  'razem',
  'insgesamt',
])

/** The first name that means the total, or none; alone it is what there is, and a total of nothing else. */
export const totalAmong = (names: readonly string[]): string | null =>
  names.length < 2 ? null : (names.find((name) => words.has(name.trim().toLowerCase())) ?? null)
