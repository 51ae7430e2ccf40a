import { basename, join } from 'node:path'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { BatchReceipt, ExportFormat } from '../../preload/contract/methods'
import type { NamedTerritory } from '../workspace/territory-names'
import type { Member } from './batch-runs'
import { endingOf, fileNames } from './file-names'
import { auditWritten, type Protected, writeFile } from './publish'
import type { Session } from './session'

interface Order {
  readonly formats: readonly ExportFormat[]
  readonly folder: string
  readonly locale: Locale
}

/** The files of a batch and what is remembered of them: one entry for all, like the one export they are. */
export class BatchFiles {
  private readonly names: ReadonlyMap<string, string>
  private readonly done = new Map<string, string[]>()
  /** What protection did to the last one written; of a batch protected as one, to all of them. */
  disclosure: DisclosureSummary | null = null
  private entry: string | null = null
  private told: Protected['cells'] | null = null
  private title = ''
  private rules: Protected['rules']

  constructor(
    private readonly session: Session,
    private readonly order: Order,
    territories: readonly NamedTerritory[],
  ) {
    this.names = fileNames(territories)
  }

  async write({ territory }: Member, exhibit: Protected, job: JobContext): Promise<void> {
    const { formats, folder, locale } = this.order
    const name = this.names.get(territory.code) ?? territory.code
    for (const format of formats) {
      job.signal.throwIfAborted()
      const path = join(folder, `${name}.${endingOf(format)}`)
      // Protected together, all files tell the same cells; they are remembered with the first one.
      const cells = this.told === exhibit.cells ? [] : exhibit.cells
      const destination = { format, locale, path }
      const of = `${basename(folder)}/`
      const { title, entry } = await writeFile(this.session, { ...exhibit, cells }, destination, job, of)
      this.told = exhibit.cells
      this.rules = exhibit.rules
      this.disclosure = exhibit.disclosure
      this.entry ??= entry
      this.title ||= title
      this.done.set(territory.code, [...(this.done.get(territory.code) ?? []), path])
    }
  }

  written(): BatchReceipt['written'] {
    return [...this.done].map(([territory, files]) => ({ territory, files }))
  }

  /** One line of the log for the whole batch, with all its files. */
  async remember(): Promise<void> {
    if (this.disclosure === null) return
    await auditWritten(this.session, {
      title: this.title,
      files: [...this.done.values()].flat().map((path) => basename(path)),
      format: this.order.formats.join(', '),
      disclosure: this.disclosure,
      entry: this.entry,
      rules: this.rules,
    })
  }
}
