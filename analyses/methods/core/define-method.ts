/** What a method's option may be: data, so that forms, checks and tests read the same limits. */
export type Limit =
  | { readonly kind: 'between'; readonly low: number; readonly high: number; readonly whole: boolean }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text' }
  | { readonly kind: 'list' }
  /** Not set (null), or within the limit. */
  | { readonly kind: 'or-none'; readonly limit: Limit }

/** Both ends belong to the range. */
export const between = (low: number, high: number): Limit => ({ kind: 'between', low, high, whole: false })
export const wholeBetween = (low: number, high: number): Limit => ({
  kind: 'between',
  low,
  high,
  whole: true,
})
export const oneOf = (...values: readonly string[]): Limit => ({ kind: 'one-of', values })
export const flag = (): Limit => ({ kind: 'flag' })
export const anyText = (): Limit => ({ kind: 'text' })
export const anyList = (): Limit => ({ kind: 'list' })
export const orNone = (limit: Limit): Limit => ({ kind: 'or-none', limit })

export type OptionValue = string | number | boolean | null | readonly string[]
export type OptionValues = Readonly<Record<string, OptionValue>>

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
  switch (limit.kind) {
    case 'one-of':
      return typeof value === 'string' && limit.values.includes(value)
    case 'between':
      return (
        typeof value === 'number' &&
        value >= limit.low &&
        value <= limit.high &&
        (!limit.whole || Number.isInteger(value))
      )
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
    case 'or-none':
      return value === null || allows(limit.limit, value)
  }
}

/** What may stand there, as it is said beside a wrong option. */
export function limitText(limit: Limit): string {
  switch (limit.kind) {
    case 'one-of':
      return limit.values.join(', ')
    case 'between':
      return `${limit.low}..${limit.high}`
    case 'flag':
      return 'true, false'
    case 'or-none':
      return `null, ${limitText(limit.limit)}`
    default:
      return limit.kind
  }
}
