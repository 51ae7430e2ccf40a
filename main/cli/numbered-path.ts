import { dirname, extname, join } from 'node:path'
import { basename } from 'node:path/posix'

/** `report.html` for one, `report-1.html`, `report-2.html` for several. */
export function numberedPath(path: string, index: number, of: number): string {
  if (of === 1) return path
  const ending = extname(path)
  const stem = basename(path.replaceAll('\\', '/'), ending)
  return join(dirname(path), `${stem}-${index + 1}${ending}`)
}
