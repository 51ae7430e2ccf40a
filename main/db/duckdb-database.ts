import { AsyncLocalStorage } from 'node:async_hooks'
import { resolve } from 'node:path'
import type { CancelSignal } from '../../analyses/methods/core/signal'
import type { Database, SqlParameters, TableName, WorkOptions } from '../../analyses/model/database'
import { FaultError } from '../../analyses/model/fault'
import type { Row, Table } from '../../analyses/model/table'
import { cancelled, unlessAborted } from './aborted'
import { enumColumns, tableOfArrow } from './arrow-rows'
import { type Control, EngineHost, type RequestBody } from './engine-host'
import { withTexts } from './enum-texts'
import { bindParameters } from './parameters'
import { spillFolderIn } from './spill-folder'
import { qualifiedTables } from './tables-read'
import { Turnstile } from './turnstile'

export interface OpenOptions {
  /** Project file; null = a database in memory, which a killed engine forgets. */
  readonly path: string | null
  /** The built `db/worker.js`. */
  readonly workerPath: string
  readonly readOnly?: boolean
  /** Make the file when it is absent; default true. */
  readonly create?: boolean
  /** Replay a foreign write-ahead log and checkpoint it. Only for a copy: see project-recovery. */
  readonly replayWal?: boolean
  /** As DuckDB writes it, `2GB`; default is DuckDB's own. */
  readonly memoryLimit?: string
  /** Folder in which a folder of our own is made for what does not fit into memory; absent = no spilling. */
  readonly spillFolder?: string
  /** Milliseconds a query may take to hear that it is cancelled before its engine is ended; see `EngineHost`. */
  readonly patience?: number
}

/** Rows a `stream` hands out at a time. */
const pageRows = 20_480

/**
 * Opens a database; rejects with a fault `engine.*` when the file cannot be opened.
 * Reopens it by itself when the engine had to be killed (cancel) or died.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const host = new EngineHost({
    workerPath: options.workerPath,
    path: options.path === null ? null : resolve(options.path),
    readOnly: options.readOnly ?? false,
    create: options.create ?? true,
    replayWal: options.replayWal ?? false,
    memoryLimit: options.memoryLimit ?? null,
    spillFolder: options.spillFolder === undefined ? null : spillFolderIn(options.spillFolder),
    patience: options.patience,
  })
  await host.generation()
  return new DuckDbDatabase(host)
}

const signalsOf = (...options: readonly (WorkOptions | undefined)[]): readonly CancelSignal[] =>
  options.flatMap((option) => (option?.signal === undefined ? [] : [option.signal]))

/** What the port offers, whether in a transaction or not: everything hangs on `request`. */
abstract class Requests {
  private spools = 0

  /** One request, when its turn comes. */
  protected abstract request(
    body: RequestBody,
    options: WorkOptions | undefined,
    transfer?: readonly ArrayBuffer[],
  ): Promise<{ readonly ipc?: Uint8Array; readonly tables?: readonly string[] }>

  /** Does each request get a transaction of its own? */
  protected abstract readonly alone: boolean

  async rows(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<readonly Row[]> {
    return (await this.table(sql, parameters, options)).rows
  }

  async table(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<Table> {
    return tableOfArrow(await this.arrow(sql, parameters, options))
  }

  async arrow(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<Uint8Array> {
    const ipc = await this.ask(sql, parameters, options)
    const enums = enumColumns(ipc)
    // duckdb-wasm sends enumerations without their texts, so they are asked for as text.
    return enums.length === 0 ? ipc : this.ask(withTexts(sql, enums), parameters, options)
  }

  private async ask(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<Uint8Array> {
    const bound = bindParameters(sql, parameters)
    const { ipc } = await this.request({ op: 'run', ...bound, result: true, alone: this.alone }, options)
    return ipc ?? new Uint8Array()
  }

  async execute(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<void> {
    const bound = bindParameters(sql, parameters)
    await this.request({ op: 'run', ...bound, result: false, alone: this.alone }, options)
  }

  /**
   * The result is kept aside in a temporary table (which may spill) and handed out page by page: no
   * transaction stays open, so the caller may use this database while it reads.
   */
  async *stream(sql: string, parameters?: SqlParameters, options?: WorkOptions): AsyncIterable<Uint8Array> {
    this.spools += 1
    const spool = `temp.main.spool_${this.spools}_${this.alone ? 'a' : 't'}`
    await this.execute(`CREATE TEMP TABLE ${spool} AS ${sql}`, parameters, options)
    const signal = options?.signal
    const control: WorkOptions = signal === undefined ? {} : { signal }
    try {
      // Row numbers run on from the first; inside a transaction that is a very big number.
      const bounds = `SELECT count(*) AS n, coalesce(min(rowid), 0)::VARCHAR AS first FROM ${spool}`
      const [counted] = await this.rows(bounds, {}, control)
      const count = Number(counted?.['n'] ?? 0)
      const first = BigInt(String(counted?.['first'] ?? 0))
      for (let page = 0; page * pageRows < count || page === 0; page += 1) {
        const from = first + BigInt(page * pageRows)
        const part = `SELECT * FROM ${spool} WHERE rowid >= $from AND rowid < $to ORDER BY rowid`
        yield await this.arrow(part, { from, to: from + BigInt(pageRows) }, control)
      }
    } finally {
      // When the engine was killed meanwhile, the table is gone with it.
      await this.execute(`DROP TABLE IF EXISTS ${spool}`).catch(() => {})
    }
  }

  /** The buffer is handed over, not copied: it is empty for the caller afterwards. */
  async insertArrow(
    target: TableName,
    ipc: Uint8Array,
    options?: WorkOptions & { readonly create?: boolean },
  ): Promise<void> {
    const whole = ipc.byteOffset === 0 && ipc.byteLength === ipc.buffer.byteLength
    const owned = whole && ipc.buffer instanceof ArrayBuffer ? ipc : ipc.slice()
    const transfer = owned.buffer instanceof ArrayBuffer ? [owned.buffer] : []
    const create = options?.create ?? false
    await this.request({ op: 'insert', target, ipc: owned, create, alone: this.alone }, options, transfer)
  }

  async tablesRead(sql: string): Promise<readonly string[]> {
    const { tables } = await this.request({ op: 'tables', sql }, undefined)
    return qualifiedTables(sql, tables ?? [])
  }
}

class DuckDbDatabase extends Requests implements Database {
  protected readonly alone = true
  private readonly queue = new Turnstile()
  /** The transaction whose `work` is running, seen from inside that work only. */
  private readonly within = new AsyncLocalStorage<Transaction>()
  private closing: Promise<void> | null = null

  constructor(private readonly host: EngineHost) {
    super()
  }

  protected request(body: RequestBody, options: WorkOptions | undefined, transfer?: readonly ArrayBuffer[]) {
    this.refuseInside()
    const control = controlOf(signalsOf(options), options, transfer)
    return this.queue.pass(() => this.host.call(body, control), control.signals)
  }

  transaction<T>(work: (database: Database) => Promise<T>, options?: WorkOptions): Promise<T> {
    this.refuseInside()
    const signals = signalsOf(options)
    return this.queue.pass(async () => {
      const generation = await this.host.generation(signals)
      await this.host.call({ op: 'begin' }, { signals, generation })
      const transaction = new Transaction(this.host, generation, options)
      return transaction.conduct(() => this.within.run(transaction, () => work(transaction)))
    }, signals)
  }

  close(): Promise<void> {
    this.closing ??= this.queue.pass(() => this.host.close())
    return this.closing
  }

  /** Waiting for one's own transaction to end would wait for ever. */
  private refuseInside(): void {
    if (this.within.getStore()?.open === true)
      throw new Error('inside a transaction use the database it hands you, and no second transaction')
  }
}

function controlOf(
  signals: readonly CancelSignal[],
  options: WorkOptions | undefined,
  transfer: readonly ArrayBuffer[] = [],
): Control {
  const control = { signals, transfer }
  return options?.report === undefined ? control : { ...control, report: options.report }
}

class Transaction extends Requests implements Database {
  protected readonly alone = false
  private readonly queue = new Turnstile()
  /** Why nothing more can be done in it; it will be rolled back. */
  private lost: FaultError | null = null
  open = true

  constructor(
    private readonly host: EngineHost,
    private readonly generation: number,
    private readonly options: WorkOptions | undefined,
  ) {
    super()
  }

  protected request(body: RequestBody, options: WorkOptions | undefined, transfer?: readonly ArrayBuffer[]) {
    if (!this.open) return Promise.reject(this.lost ?? new Error('this transaction has ended'))
    const control = controlOf(signalsOf(options, this.options), options, transfer)
    return this.queue.pass(() => this.step(body, control), control.signals)
  }

  private async step(body: RequestBody, control: Control) {
    if (this.lost !== null) throw this.lost
    try {
      return await this.host.call(body, { ...control, generation: this.generation })
    } catch (error) {
      // A cancelled or half-done statement leaves the transaction in no state to be committed.
      if (error instanceof FaultError && error.fault.code !== 'engine.sql') this.lost = error
      throw error
    }
  }

  transaction<T>(): Promise<T> {
    throw new Error('transactions do not nest')
  }

  close(): Promise<void> {
    throw new Error('a transaction cannot close its database')
  }

  /** Runs the work; commits when it succeeds, rolls back when it fails or its signal aborts. */
  async conduct<T>(work: () => Promise<T>): Promise<T> {
    try {
      // The work may be busy elsewhere and never look at the signal; we answer in time all the same.
      const value = await unlessAborted(work(), signalsOf(this.options))
      await this.queue.empty()
      if (this.lost !== null) throw this.lost
      await this.finish('commit')
      return value
    } catch (error) {
      this.lost ??= error instanceof FaultError ? error : cancelled()
      this.open = false
      await this.queue.empty()
      await this.finish('rollback').catch(() => {})
      throw error
    } finally {
      this.open = false
    }
  }

  private async finish(op: 'commit' | 'rollback'): Promise<void> {
    const signals = op === 'commit' ? signalsOf(this.options) : []
    await this.host.call({ op }, { signals, generation: this.generation })
  }
}
