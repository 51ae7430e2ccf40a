import { stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { refuse } from '../../analyses/model/fault'
import type { Locale } from '../../analyses/model/locale'
import { endingOf, freeFileName } from '../commands/file-names'
import { makeFolder } from '../commands/make-folder'
import type { ExportedDocument, Protected } from '../commands/publish'
import { documentOf } from '../commands/report-documents'
import type { Export } from '../commands/report-orders'
import { partsOf } from '../export'
import { numberedPath } from './numbered-path'
import { type ExportFormat, pathFor } from './publication-options'

interface Wish {
  readonly formats: readonly ExportFormat[]
  /** A file, or a folder where it exists or ends with a separator. */
  readonly out: string
  readonly locale: Locale
  readonly part: string | undefined
}

/** The path of `--out`; a separator at its end, which says that it is a folder, stays. */
export const outPath = (cwd: string, out: string): string =>
  `${resolve(cwd, out)}${/[/\\]$/.test(out) ? sep : ''}`

/** Every file that is to be written, with its path. */
export async function destinationsOf(
  exhibit: Protected,
  documents: Export['documents'],
  wish: Wish,
): Promise<readonly ExportedDocument[]> {
  if (await isFolder(wish.out)) return namedByTitle(exhibit, documents, wish)
  const { formats, out, locale, part } = wish
  return documents.flatMap((document, index) =>
    formats.map((format) => {
      const path = numberedPath(pathFor(out, format, formats.length), index, documents.length)
      return { ...document, format, locale, part, path }
    }),
  )
}

async function isFolder(out: string): Promise<boolean> {
  if (out.endsWith(sep))
    await makeFolder(out).catch(() => refuse('export.folder-missing', { file: out, folder: out }, out))
  return stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Files called like the report, and like their chart or table where there is one file for each. */
function namedByTitle(
  exhibit: Protected,
  documents: Export['documents'],
  { formats, out, locale, part }: Wish,
): readonly ExportedDocument[] {
  const taken = new Set<string>()
  return documents.flatMap(({ composition, runs: keys }) => {
    const runs = exhibit.runs.filter(({ key }) => keys.includes(key))
    const document = documentOf({ ...exhibit, runs, composition }, { locale, format: 'window' })
    const name = freeFileName([document.title], taken)
    return formats.flatMap((format) => {
      const parts = partsOf({ document, runs }, format)
      const file = { composition, runs: keys, format, locale }
      const ending = endingOf(format)
      if (parts.length === 0) return [{ ...file, part, path: join(out, `${name}.${ending}`) }]
      const own = new Set<string>()
      return (part === undefined ? parts : [part]).map((one) => ({
        ...file,
        part: one,
        path: join(out, `${freeFileName([name, one], own)}.${ending}`),
      }))
    })
  })
}
