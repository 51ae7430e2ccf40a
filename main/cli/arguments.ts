import { type ParseArgsConfig, parseArgs } from 'node:util'
import { isLocale, type Locale } from '../../analyses/model/locale'

export const commandNames = [
  'inspect',
  'import',
  'query',
  'profile',
  'recipe',
  'codelist',
  'correspondence',
  'convert',
  'packs',
  'describe',
  'run',
  'report',
  'templates',
  'reports',
  'compose',
  'batch',
  'rules',
  'ledger',
  'verify',
  'demo',
] as const
export type CommandName = (typeof commandNames)[number]

type Options = NonNullable<ParseArgsConfig['options']>

const everywhere: Options = {
  json: { type: 'boolean' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
}

const binding: Options = {
  project: { type: 'string', short: 'p' },
  input: { type: 'string', multiple: true },
  bind: { type: 'string', multiple: true },
  param: { type: 'string', multiple: true },
}

const listed: Options = {
  project: { type: 'string', short: 'p' },
  as: { type: 'string' },
}

/** What says how a report leaves. */
const publication: Options = {
  project: { type: 'string', short: 'p' },
  to: { type: 'string' },
  out: { type: 'string' },
  rules: { type: 'string' },
  minimum: { type: 'string' },
  title: { type: 'string' },
  'two-language': { type: 'string' },
}

/** Options of each command; an unknown one is wrong usage, never ignored. */
const optionsOf: Readonly<Record<CommandName, Options>> = {
  inspect: {
    project: { type: 'string', short: 'p' },
    options: { type: 'string' },
    recipe: { type: 'string' },
  },
  import: {
    project: { type: 'string', short: 'p' },
    as: { type: 'string' },
    options: { type: 'string' },
    recipe: { type: 'string' },
    append: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  query: {
    project: { type: 'string', short: 'p' },
    to: { type: 'string' },
    out: { type: 'string' },
  },
  profile: { project: { type: 'string', short: 'p' } },
  recipe: {
    project: { type: 'string', short: 'p' },
    out: { type: 'string' },
    title: { type: 'string' },
  },
  codelist: {
    ...listed,
    code: { type: 'string' },
    label: { type: 'string' },
    parent: { type: 'string' },
    level: { type: 'string' },
    'valid-from': { type: 'string' },
    'valid-to': { type: 'string' },
    on: { type: 'string' },
    edition: { type: 'string' },
    country: { type: 'string' },
  },
  correspondence: {
    ...listed,
    from: { type: 'string' },
    to: { type: 'string' },
    date: { type: 'string' },
    day: { type: 'string' },
    weight: { type: 'string' },
  },
  convert: {
    ...listed,
    with: { type: 'string' },
    on: { type: 'string' },
    of: { type: 'string' },
    territory: { type: 'string' },
    by: { type: 'string', multiple: true },
    measure: { type: 'string', multiple: true },
  },
  packs: {},
  describe: {},
  run: { ...binding, subjects: { type: 'string', multiple: true }, out: { type: 'string' } },
  report: {
    ...publication,
    report: { type: 'string' },
    part: { type: 'string' },
    template: { type: 'string' },
    together: { type: 'boolean' },
  },
  templates: {},
  reports: { project: { type: 'string', short: 'p' } },
  compose: {
    project: { type: 'string', short: 'p' },
    template: { type: 'string' },
    report: { type: 'string' },
    from: { type: 'string' },
    title: { type: 'string' },
    'two-language': { type: 'string' },
    territory: { type: 'string' },
    run: { type: 'boolean' },
    again: { type: 'boolean' },
    remove: { type: 'boolean' },
    out: { type: 'string' },
  },
  batch: {
    ...publication,
    template: { type: 'string' },
    report: { type: 'string' },
    'data-set': { type: 'string' },
    column: { type: 'string' },
    territory: { type: 'string', multiple: true },
  },
  rules: { project: { type: 'string', short: 'p' }, set: { type: 'string', multiple: true } },
  ledger: { project: { type: 'string', short: 'p' }, out: { type: 'string' } },
  verify: { project: { type: 'string', short: 'p' }, input: { type: 'string', multiple: true } },
  demo: { out: { type: 'string' } },
}

export interface Invocation {
  readonly command: CommandName | null
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly json: boolean
  readonly help: boolean
  readonly locale: Locale
}

/** Wrong usage (exit code 2): a plain sentence for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const isCommandName = (word: string): word is CommandName =>
  (commandNames as readonly string[]).includes(word)

export function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Invocation {
  const [first, ...rest] = argv
  if (first === undefined || first === '--help' || first === '-h') return help(environment)
  if (!isCommandName(first))
    throw new UsageError(`unknown command "${first}"; one of: ${commandNames.join(', ')}`)
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...everywhere, ...optionsOf[first] },
      allowPositionals: true,
      strict: true,
    })
    return {
      command: first,
      words: positionals,
      options: values as Invocation['options'],
      json: values['json'] === true,
      help: values['help'] === true,
      locale: chosenLocale(values['locale'], environment),
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const help = (environment: Readonly<Record<string, string | undefined>>): Invocation => ({
  command: null,
  words: [],
  options: {},
  json: false,
  help: true,
  locale: chosenLocale(undefined, environment),
})

/** `--locale` wins, then the system's language, then English. */
function chosenLocale(option: unknown, environment: Readonly<Record<string, string | undefined>>): Locale {
  if (typeof option === 'string') {
    if (isLocale(option)) return option
    throw new UsageError(`--locale is one of cs, en, pl, not "${option}"`)
  }
  const system = (environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '').slice(
    0,
    2,
  )
  return isLocale(system) ? system : 'en'
}

/** `NAME=VALUE` pairs of a repeatable option; `=` may stand in the value. */
export function pairs(option: unknown, flag: string): ReadonlyMap<string, string> {
  const list = Array.isArray(option) ? option.map(String) : option === undefined ? [] : [String(option)]
  return new Map(
    list.map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new UsageError(`${flag} takes NAME=VALUE, not "${text}"`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

export function requireText(options: Invocation['options'], name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is needed`)
  return value
}

/** The text of an option that may be left out. */
export function textOption(options: Invocation['options'], name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The texts of a repeatable option; undefined when it is not given. */
export function textOptions(options: Invocation['options'], name: string): string[] | undefined {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : undefined
}
