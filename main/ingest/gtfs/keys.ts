import type { JobContext } from '../../../analyses/model/job'
import { textAt } from '../arrow/text-at'
import { Pauses } from '../geometry/pause'
import type { SourceTable } from '../tables/source-table'

/** The keys of the files of a feed, each read once, when a file that refers to it is loaded. */
export class FeedKeys {
  private readonly known = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(private readonly tables: ReadonlyMap<string, SourceTable>) {}

  has(file: string): boolean {
    return this.tables.has(file)
  }

  /** All texts of one column; empty where the file or the column is not there. */
  of(file: string, column: string, job: JobContext): Promise<ReadonlySet<string>> {
    const name = `${file}\n${column}`
    const known = this.known.get(name)
    if (known !== undefined) return known
    const reading = this.read(file, column, job)
    this.known.set(name, reading)
    // A cancelled reading must not answer for the next one.
    reading.catch(() => this.known.delete(name))
    return reading
  }

  private async read(file: string, column: string, job: JobContext): Promise<ReadonlySet<string>> {
    const keys = new Set<string>()
    const table = this.tables.get(file)
    const at = table?.columns.findIndex(({ label }) => label.trim() === column) ?? -1
    if (table === undefined || at < 0) return keys
    const pauses = new Pauses(job.signal)
    const sink = {
      rejects: async () => {},
      async rows(batch: Parameters<Parameters<SourceTable['read']>[0]['rows']>[0]) {
        const texts = batch.columns[at]
        for (let row = 0; texts !== undefined && row < batch.rows; row++) {
          const key = textAt(texts, row)?.trim()
          if (key !== undefined && key !== '') keys.add(key)
          if (row % 4096 === 0) await pauses.rest()
        }
      },
    }
    await table.read(sink, job, () => {})
    return keys
  }
}
