import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix, relative, sep } from 'node:path'

export interface Import {
  readonly from: string
  /** A file of the house, or a package name, or `node`. */
  readonly to: string
  readonly inHouse: boolean
}

const codeFile = /\.(ts|tsx|mts)$/
const statement =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Every source file below the given folders, as posix paths from the root; tests left out. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path)
      return codeFile.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
    })
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort()
}

export function importsOf(root: string, files: readonly string[]): Import[] {
  const known = new Set(files)
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8')
    return [...text.matchAll(statement)].map((match) => {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      return target.startsWith('.')
        ? { from, to: resolveFile(root, known, posix.join(dirname(from), target)), inHouse: true }
        : { from, to: packageName(target), inHouse: false }
    })
  })
}

function packageName(target: string): string {
  if (target.startsWith('node:') || builtinModules.includes(target)) return 'node'
  const parts = target.split('/')
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target)
}

function resolveFile(root: string, known: ReadonlySet<string>, path: string): string {
  const bare = path.replace(/\?.*$/, '')
  for (const candidate of [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`])
    if (known.has(candidate)) return candidate
  // Styles, JSON and assets are files too; anything else is a broken import the compiler reports.
  try {
    if (statSync(join(root, bare)).isFile()) return bare
  } catch {
    // handled by the caller: the path is returned as written
  }
  return bare
}

/** The first circle found, as the list of files that closes on itself; empty when there is none. */
export function firstCircle(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, inHouse } of imports) if (inHouse) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const target of next.get(file) ?? []) {
      const circle = visit(target, [...path, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const circle = visit(file, [])
    if (circle.length > 0) return circle
  }
  return []
}
