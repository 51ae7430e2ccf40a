import type { Database } from '../../../analyses/model/database'
import { quoteTable, type TableName } from '../../../analyses/model/database'
import { textColumn, toIpc } from '../arrow/text-columns'
import type { Reject } from './rejects'

const HELD = 5000
/** The last rejects may turn out to be notes under the table, so they are written last. */
const TAIL = 60

/** Keeps rejected records in `rejects."<name>"`, made when the first one is written. */
export class RejectStore {
  first: Reject | null = null
  /** Rejects that turned out to belong to the footer. */
  dropped = 0
  private held: Reject[] = []
  private written = 0
  private lastWritten = 0

  constructor(
    private readonly database: Database,
    private readonly table: TableName,
  ) {}

  async add(rejects: readonly Reject[]): Promise<void> {
    this.first ??= rejects[0] ?? null
    for (const reject of rejects) this.held.push(reject)
    if (this.held.length > HELD) await this.write(this.held.splice(0, this.held.length - TAIL))
  }

  /** Writes what is left, without those from line `footer` on. Returns how many there are; 0: there is no table. */
  async finish(footer: number | null): Promise<number> {
    const from = footer ?? Number.POSITIVE_INFINITY
    const rest = this.held.filter(({ line }) => line < from)
    this.dropped = this.held.length - rest.length
    this.held = []
    await this.write(rest)
    if (this.written > 0 && from <= this.lastWritten) await this.removeFrom(from)
    if (this.first !== null && this.first.line >= from) this.first = null
    return this.written
  }

  /** A footer longer than what is held back: only when a person named it. */
  private async removeFrom(line: number): Promise<void> {
    const table = quoteTable(this.table)
    await this.database.execute(`delete from ${table} where line >= $line`, { line })
    const [row] = await this.database.rows(`select count(*) as n from ${table}`)
    const left = Number(row?.['n'] ?? 0)
    this.dropped += this.written - left
    this.written = left
    if (this.written === 0) await this.database.execute(`drop table ${table}`)
  }

  private async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return
    if (this.written === 0) {
      await this.database.execute('create schema if not exists rejects')
      await this.database.execute(
        `create table ${quoteTable(this.table)} (line bigint, raw varchar, reason varchar)`,
      )
    }
    const columns = [
      textColumn(rejects.map(({ raw }) => raw)),
      textColumn(rejects.map(({ reason }) => reason)),
    ]
    const lines = BigInt64Array.from(rejects, ({ line }) => BigInt(line))
    const batch = { rows: rejects.length, columns, lines }
    await this.database.insertArrow(this.table, toIpc(batch, ['raw', 'reason'], 'line', true))
    this.written += rejects.length
    this.lastWritten = rejects.at(-1)?.line ?? this.lastWritten
  }
}
