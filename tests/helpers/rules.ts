export interface RuleResult {
  readonly rule: string
  /** What breaks it; nothing when it is kept. */
  readonly breaks: readonly string[]
}

export type Rules<File> = Readonly<Record<string, (file: File) => readonly string[]>>

/** Each rule with what breaks it; the first ten say enough. */
export const checkRules = <File>(rules: Rules<File>, file: File): readonly RuleResult[] =>
  Object.entries(rules).map(([rule, check]) => ({ rule, breaks: check(file).slice(0, 10) }))

export const wrong = (condition: boolean, words: string): readonly string[] => (condition ? [words] : [])

/** What is there more than once. */
export const repeated = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
]

/** Rules that are broken, for a test to compare with none. */
export const brokenRules = (results: readonly RuleResult[]): readonly string[] =>
  results.flatMap(({ rule, breaks }) => breaks.map((words) => `${rule}: ${words}`))
