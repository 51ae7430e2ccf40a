import { statSync, truncateSync } from 'node:fs'
import * as duckdb from '@duckdb/duckdb-wasm/blocking'
import { quoteTable } from '../../analyses/model/database'
import { readHeaderBytes, usedBytes } from './file-header'
import { cell, type SqlArgument, type WorkerRequest, type WorkerSetup } from './protocol'
import { fileRuntime, runtimeSays } from './runtime'
import { meaningful, sqlTokens } from './sql-tokens'

/** End of an Arrow IPC stream: continuation marker and a length of zero. */
const endOfStream = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0)

export type Outcome = { readonly ipc?: Uint8Array; readonly tables?: readonly string[] }

/** Thrown when what DuckDB holds in memory may no longer be what the file says. */
export class StaleError extends Error {}

/**
 * DuckDB itself: one database, one connection, one request at a time, in the calling thread.
 * One connection on purpose: while a second transaction is open DuckDB cannot checkpoint at commit,
 * and would write a log that this build cannot keep safely.
 */
export async function openSession(setup: WorkerSetup, wasm: string): Promise<Session> {
  refuseNetwork()
  const flags = new Int32Array(setup.flags)
  const session = { current: 0 }
  const runtime = fileRuntime(
    {
      project: setup.path,
      readOnly: setup.readOnly,
      create: setup.create,
      wal: setup.replayWal ? 'replay' : 'refuse',
      spill: setup.spillFolder,
    },
    {
      cancelled: () => session.current !== 0 && Atomics.load(flags, cell.cancel) === session.current,
      progress: (percent) =>
        Atomics.store(flags, cell.progress, percent < 0 ? -1 : Math.round(percent * 100)),
    },
  )
  const bundle = { mainModule: wasm, mainWorker: '' }
  const engine = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), runtime)
  await engine.instantiate()
  runtime.use(engine.mod)
  if (setup.path === null) engine.open({})
  else {
    if (setup.trim) trimTail(setup.path)
    // Direct IO: the buffered mode of this build appends positioned writes.
    engine.open({ path: setup.path, accessMode: setup.readOnly ? 2 : 3, useDirectIO: true })
    // Otherwise the read-only handle of the first look stays and writes are refused after a replay.
    engine.dropFiles()
  }
  const connection = engine.connect().useUnsafe((_, id) => id)
  const opened = new Session(engine, connection, flags, session, runtime.closeAll, setup.path !== null)
  opened.configure(setup)
  return opened
}

/**
 * Blocks of a transaction that never committed stay behind the last one, and after a full disk they are what
 * fills it. No commit knows of them.
 */
function trimTail(path: string): void {
  const used = usedBytes(readHeaderBytes(path))
  if (used !== null && statSync(path).size > used) truncateSync(path, used)
}

export class Session {
  constructor(
    private readonly engine: Awaited<ReturnType<typeof duckdb.createDuckDB>>,
    private readonly connection: number,
    private readonly flags: Int32Array,
    private readonly running: { current: number },
    private readonly closeFiles: () => void,
    private readonly onDisk: boolean,
  ) {}

  /** Everything that must hold before the first request; the last line makes it final. */
  configure(setup: WorkerSetup): void {
    const spill = setup.spillFolder?.replaceAll("'", "''") ?? ''
    const statements = [
      // Every commit is a checkpoint: its header flip, synced by the runtime, is the commit.
      "SET checkpoint_threshold = '0KB'",
      'SET autoinstall_known_extensions = false',
      'SET autoload_known_extensions = false',
      // The progress bar is the only regular call back into JS: progress and cancel both hang on it.
      'SET enable_progress_bar = true',
      'SET progress_bar_time = 0',
      ...(setup.memoryLimit === null ? [] : [`SET memory_limit = '${setup.memoryLimit}'`]),
      `SET temp_directory = '${spill}'`,
      // Said aloud, because a project opened for reading would make it read-only too.
      "ATTACH ':memory:' AS scratch (READ_WRITE)",
      ...(setup.replayWal ? ['FORCE CHECKPOINT'] : []),
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ]
    for (const statement of statements) this.engine.runQuery(this.connection, statement)
  }

  version(): string {
    return this.engine.getVersion()
  }

  /** Does one request to its end. Throws DuckDB's own message. */
  handle(request: WorkerRequest): Outcome {
    this.running.current = request.id
    Atomics.store(this.flags, cell.progress, -1)
    try {
      return this.dispatch(request)
    } finally {
      this.running.current = 0
    }
  }

  private dispatch(request: WorkerRequest): Outcome {
    switch (request.op) {
      case 'run': {
        const ipc = this.inTransaction(request.alone, () => this.query(request.sql, request.values))
        return request.result ? { ipc } : {}
      }
      case 'insert':
        this.inTransaction(request.alone, () => this.insert(request))
        return {}
      case 'begin':
        this.begin()
        return {}
      case 'commit':
        this.commit()
        return {}
      case 'rollback':
        this.rollback()
        return {}
      case 'tables':
        return { tables: this.engine.getTableNames(this.connection, request.sql) }
      case 'close':
        this.close()
        return {}
    }
  }

  /** A call of its own gets its own transaction, so that the commit is a moment we know of. */
  private inTransaction<T>(alone: boolean, work: () => T): T {
    if (!alone) return work()
    this.begin()
    let result: T
    try {
      result = work()
    } catch (error) {
      this.rollback()
      throw error
    }
    this.commit()
    return result
  }

  /** A cancel that comes while it begins may leave a transaction behind that nobody knows of. */
  private begin(): void {
    try {
      this.engine.runQuery(this.connection, 'BEGIN TRANSACTION')
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  private commit(): void {
    if (Atomics.load(this.flags, cell.cancel) === this.running.current) {
      this.rollback()
      throw new Error(runtimeSays.cancelled)
    }
    // A commit that has begun is finished: failing it half-way would only make its outcome unclear.
    this.running.current = 0
    try {
      this.engine.runQuery(this.connection, 'COMMIT')
    } catch (error) {
      // DuckDB may have committed in memory what the disk then refused: only the file knows.
      throw this.onDisk ? new StaleError(messageOf(error)) : error
    }
  }

  private rollback(): void {
    // The wish to cancel still stands and must not fail the rollback it asked for.
    this.running.current = 0
    try {
      this.engine.runQuery(this.connection, 'ROLLBACK')
    } catch (error) {
      // A fatal error has already ended the transaction, and the database with it.
      if (!messageOf(error).includes('no transaction is active')) throw new StaleError(messageOf(error))
    }
  }

  /** Prepared, so that values never become SQL and a second statement is refused. */
  private query(sql: string, values: readonly SqlArgument[]): Uint8Array {
    refuseStatement(sql)
    const statement = this.engine.createPrepared(this.connection, sql)
    try {
      const parts = [this.engine.sendPrepared(this.connection, statement, [...values])]
      for (;;) {
        const chunk = this.engine.fetchQueryResults(this.connection)
        // null = not ready yet; empty = the end.
        if (chunk === null) continue
        if (chunk.length === 0) break
        parts.push(chunk)
      }
      return concatenate([...parts, endOfStream])
    } finally {
      this.engine.closePrepared(this.connection, statement)
    }
  }

  private insert({ target, ipc, create }: Extract<WorkerRequest, { op: 'insert' }>): void {
    // duckdb-wasm takes schema and name apart; a catalogue goes in the schema's place.
    const options = { name: target.name, schema: target.schema, create }
    if (!create) this.engine.runQuery(this.connection, `SELECT 1 FROM ${quoteTable(target)} LIMIT 0`)
    // Without an end mark duckdb-wasm waits for more and inserts nothing, silently.
    const whole = endsStream(ipc) ? ipc : concatenate([ipc, endOfStream])
    this.engine.insertArrowFromIPCStream(this.connection, whole, options)
  }

  private close(): void {
    this.engine.disconnect(this.connection)
    this.engine.reset()
    this.closeFiles()
  }
}

/**
 * What no caller of the port may say: catalogues, files, extensions and settings are fixed at opening, and
 * transactions are begun and ended by requests, which know of them.
 */
const ours =
  /^(attach|detach|use|copy|export|import|install|load|update_extensions|set|reset|pragma|begin|start|commit|end|rollback|abort|call)$/i

function refuseStatement(sql: string): void {
  const first = meaningful(sqlTokens(sql)).find(({ text }) => text !== ';')
  if (first !== undefined && ours.test(first.text)) throw new Error(runtimeSays.denied)
}

const endsStream = (ipc: Uint8Array): boolean =>
  ipc.length >= 8 && endOfStream.every((byte, index) => ipc[ipc.length - 8 + index] === byte)

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * duckdb-wasm fetches extensions and http(s):// files by XMLHttpRequest, and where there is none it
 * waits for ever for a thread that never answers. This one always answers "unavailable", at once.
 */
function refuseNetwork(): void {
  class NoNetwork {
    readonly status = 503
    readonly response = new ArrayBuffer(0)
    responseType = ''
    open(): void {}
    setRequestHeader(): void {}
    overrideMimeType(): void {}
    getResponseHeader(): string {
      return ''
    }
    getAllResponseHeaders(): string {
      return ''
    }
    send(): void {}
  }
  Object.assign(globalThis, {
    XMLHttpRequest: NoNetwork,
    fetch: () => Promise.reject(new Error('no network')),
    WebSocket: undefined,
  })
}
