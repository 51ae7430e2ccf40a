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
  private held: Reject[] = []
  private written = 0

  constructor(
    private readonly database: Database,
    private readonly table: TableName,
  ) {}

  get tail(): readonly Reject[] {
    return this.held.slice(-TAIL)
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    this.first ??= rejects[0] ?? null
    for (const reject of rejects) this.held.push(reject)
    if (this.held.length > HELD) await this.write(this.held.splice(0, this.held.length - TAIL))
  }

  /** Writes what is left, without the last `footer` of them. Returns whether there is a table. */
  async finish(footer: number): Promise<boolean> {
    const rest = footer === 0 ? this.held : this.held.slice(0, -footer)
    this.held = []
    await this.write(rest)
    return this.written > 0
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
  }
}
