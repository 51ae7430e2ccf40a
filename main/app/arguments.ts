import { resolve } from 'node:path'

export const commandWords = [
  'inspect',
  'import',
  'query',
  'packs',
  'describe',
  'run',
  'report',
  'verify',
  'demo',
  'help',
] as const

/** What to open at start; `null` shows the home screen. */
export type StartProject =
  | { readonly kind: 'sample' }
  | { readonly kind: 'path'; readonly path: string }
  | null

export type Start =
  | { readonly kind: 'window'; readonly open: StartProject }
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'print'; readonly input: string; readonly output: string }

export interface ArgumentPlace {
  /** Folder the relative paths are meant from. */
  readonly folder: string
  /** The app folder when Electron was started as `electron FOLDER ...`, null in an installed app. */
  readonly appFolder: string | null
}

/** Without the executable and, in a checkout, without what stands before the user's own words. */
function userWords(argv: readonly string[], { folder, appFolder }: ArgumentPlace): readonly string[] {
  if (appFolder === null) return argv.slice(1)
  const app = argv.findIndex((word, index) => index > 0 && resolve(folder, word) === resolve(appFolder))
  return argv.slice(app === -1 ? 1 : app + 1)
}

/** Double-clicked project files come as paths. Of a second start Chromium reorders the words, which does not matter here. */
export function projectToOpen(words: readonly string[], folder: string): StartProject {
  if (words.includes('--sample')) return { kind: 'sample' }
  const file = words.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.duckdb'))
  return file === undefined ? null : { kind: 'path', path: resolve(folder, file) }
}

/** Reads the command line. Chromium's own switches may stand anywhere and are passed over. */
export function parseArguments(argv: readonly string[], place: ArgumentPlace): Start {
  const words = userWords(argv, place)
  const print = words.indexOf('--print-report')
  const [input, output] = print === -1 ? [] : words.slice(print + 1)
  if (input !== undefined && output !== undefined)
    return { kind: 'print', input: resolve(place.folder, input), output: resolve(place.folder, output) }
  const first = words.findIndex((word) => !word.startsWith('-'))
  const word = words[first]
  if (word !== undefined && commandWords.some((known) => known === word))
    return { kind: 'command', words: words.slice(first) }
  return { kind: 'window', open: projectToOpen(words, place.folder) }
}
