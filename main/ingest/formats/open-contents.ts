import type { ImportOptions } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { binaryFormat } from '../source/magic'
import type { Contents, Format, Place } from './format'
import { formats } from './index'

/** The first format of the list that recognises the place, or the one that was asked for; null when none does. */
export async function findFormat(place: Place, options: ImportOptions): Promise<Format | null> {
  for (const format of formats) {
    if (options.format !== undefined && options.format !== format.id) continue
    if (await format.recognise(place, options)) return format
  }
  return null
}

/** Opens one file. Refuses with `import.empty-file`, `import.not-text` (no format knows it), and what formats refuse. */
export async function openContents(
  place: Place,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const { source, head } = place
  if (source.bytes === 0) refuse('import.empty-file', { file: source.file }, source.path)
  const format = await findFormat(place, options)
  const kind = binaryFormat(head) ?? 'binary data'
  return (
    (await format?.open(place, options, job, progress)) ??
    refuse('import.not-text', { file: source.file, kind }, source.path)
  )
}
