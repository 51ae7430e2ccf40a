import { plainName } from '../../analyses/model/naming'
import type { ExportFormat } from '../../preload/contract/methods'
import type { NamedTerritory } from '../workspace/territory-names'

/** The ending of a file of a format; a package of open data is an archive of several files. */
export const endingOf = (format: ExportFormat): string => (format === 'csvw' ? 'zip' : format)

/** Names Windows keeps for devices, whatever the ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file name for each territory, of its code and its name: letters without diacritics, digits and hyphens, so that
 * every system and every mail takes it. Two that come out the same are numbered.
 */
export function fileNames(territories: readonly NamedTerritory[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(territories.map(({ code, name }) => [code, freeFileName([code, name], taken)]))
}

/** A name without ending that no file has yet, of parts such as the title of a report and the name of a table. */
export function freeFileName(parts: readonly string[], taken: Set<string>): string {
  const plain = parts
    .map(hyphened)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80)
  const safe = plain === '' || devices.test(plain) ? `report-${plain}` : plain
  const unique = freeName(safe.replace(/-+$/, ''), taken)
  taken.add(unique)
  return unique
}

/** Leading zeros of codes stay. */
const hyphened = (text: string): string =>
  plainName(`x${text}`)
    .slice(1)
    .replaceAll('_', '-')
    .replace(/^-+|-+$/g, '')

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
