/** What a method's option may be: data, so that forms, checks and tests read the same limits. */
export type Limit =
  | { readonly kind: 'between'; readonly low: number; readonly high: number; readonly whole: boolean }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }

/** Both ends belong to the range. */
export const between = (low: number, high: number): Limit => ({ kind: 'between', low, high, whole: false })
export const wholeBetween = (low: number, high: number): Limit => ({
  kind: 'between',
  low,
  high,
  whole: true,
})
export const oneOf = (...values: readonly string[]): Limit => ({ kind: 'one-of', values })

export type OptionValues = Readonly<Record<string, string | number>>

/** A method as the library lists it, with its types closed inside. */
export interface Method {
  /** `family/name`; with the version it is how packs and run records name it. */
  readonly id: string
  /** Grows whenever the same input would give another number. */
  readonly version: number
  /** Keys of `analyses/reference/citations.yaml`. */
  readonly cites: readonly string[]
  readonly options: Readonly<Record<string, Limit>>
  /** Small true data: documentation, and what the contract test feeds every method. */
  readonly example: { readonly data: unknown; readonly options: OptionValues }
  /** Runs the example, with other options if they are given; throws RangeError for options outside the limits. */
  tryExample(options?: OptionValues): unknown
}

export interface MethodDefinition<Data, Options> {
  readonly id: string
  readonly version: number
  readonly cites: readonly string[]
  readonly options: { readonly [K in keyof Options]: Limit }
  readonly example: { readonly data: Data; readonly options: Options }
  readonly compute: (data: Data, options: Options) => unknown
}

/** Registers nothing and runs nothing: it only closes a definition's types. */
export function defineMethod<Data, Options extends object>(
  definition: MethodDefinition<Data, Options>,
): Method {
  const { id, version, cites, example, compute } = definition
  const options: Readonly<Record<string, Limit>> = definition.options
  const values = Object.fromEntries(Object.entries(example.options))
  return {
    id,
    version,
    cites,
    options,
    example: { data: example.data, options: values },
    tryExample(given) {
      const chosen = { ...example.options, ...given }
      const wrong = wrongOptions(options, { ...values, ...given })
      if (wrong.length > 0) throw new RangeError(`${id}: ${wrong.join(', ')}`)
      return compute(example.data, chosen)
    },
  }
}

/** Names of options that are missing, unknown or outside their limits. */
export function wrongOptions(
  limits: Readonly<Record<string, Limit>>,
  given: OptionValues,
): readonly string[] {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(limits, name))
  const outside = Object.entries(limits)
    .filter(([name, limit]) => !allows(limit, given[name]))
    .map(([name]) => name)
  return [...unknown, ...outside]
}

export function allows(limit: Limit, value: unknown): boolean {
  if (limit.kind === 'one-of') return typeof value === 'string' && limit.values.includes(value)
  return (
    typeof value === 'number' &&
    value >= limit.low &&
    value <= limit.high &&
    (!limit.whole || Number.isInteger(value))
  )
}

export const limitText = (limit: Limit): string =>
  limit.kind === 'one-of' ? limit.values.join(', ') : `${limit.low}..${limit.high}`
