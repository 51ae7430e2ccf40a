import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { CancelSignal } from '../../analyses/methods/core/signal'
import { FaultError, fault } from '../../analyses/model/fault'
import { cancelled, unlessAborted } from './aborted'
import { engineFault } from './engine-faults'
import { commitCounter } from './file-header'
import { cell, cells, type WorkerAnswer, type WorkerRequest, type WorkerSetup } from './protocol'

/** Opening takes seconds; an engine that is still at it after this long never will be ready. */
const startPatience = 180_000

/** Milliseconds a polite cancel may take before the worker is killed: leaves room within half a second. */
const usualPatience = 250

export type RequestBody = WorkerRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never
export interface HostSetup extends Omit<WorkerSetup, 'flags' | 'trim'> {
  readonly workerPath: string
  readonly patience?: number | undefined
}

export interface Control {
  readonly signals?: readonly CancelSignal[]
  readonly report?: (share: number | null) => void
  /** The engine this request belongs to: an answer from a newer one would be about another transaction. */
  readonly generation?: number
  readonly transfer?: readonly ArrayBuffer[]
}

interface Live {
  readonly worker: Worker
  readonly flags: Int32Array
  readonly generation: number
  /** Settled when the thread has ended, however it did. */
  readonly ended: Promise<void>
}

type Done = Extract<WorkerAnswer, { kind: 'done' }>

/**
 * Keeps one DuckDB worker alive: starts it, puts single requests to it, cancels them, replaces it when
 * it dies. Requests must come one at a time; the queue is the caller's.
 */
export class EngineHost {
  private live: Promise<Live> | null = null
  private closed = false
  private generations = 0
  private requests = 0

  constructor(private readonly setup: HostSetup) {}

  /** The running engine's number; starts an engine when there is none. */
  async generation(signals: readonly CancelSignal[] = []): Promise<number> {
    return (await unlessAborted(this.engine(), signals)).generation
  }

  async call(body: RequestBody, control: Control = {}): Promise<Done> {
    // Asked before waiting for an engine: a lost transaction must not wait for the next one to start.
    this.refuseLater(control)
    const live = await unlessAborted(this.engine(), control.signals)
    this.refuseLater(control)
    this.requests += 1
    const exchange = new Exchange(live, { ...body, id: this.requests } as WorkerRequest, control, this.setup)
    const answer = await exchange.answer()
    if (answer === 'killed' || (answer.kind === 'failed' && answer.stale)) await this.restart(live)
    if (answer === 'killed') throw cancelled()
    if (answer.kind === 'failed') throw new FaultError(engineFault(answer.message))
    return answer
  }

  private refuseLater({ generation }: Control): void {
    if (generation !== undefined && generation !== this.generations) throw died('transaction lost')
  }

  async close(): Promise<void> {
    const live = this.live
    this.closed = true
    this.live = null
    if (live === null) return
    const engine = await live.catch(() => null)
    if (engine === null) return
    engine.worker.postMessage({ op: 'close', id: 0 } satisfies WorkerRequest)
    // A thread that does not answer has nothing left to save: every commit is on the disk already.
    const timer = setTimeout(() => void engine.worker.terminate(), 5_000)
    await engine.ended
    clearTimeout(timer)
    if (this.setup.spillFolder !== null) rmSync(this.setup.spillFolder, { recursive: true, force: true })
  }

  private engine(): Promise<Live> {
    if (this.closed) throw new Error('the database is closed')
    this.live ??= this.start()
    return this.live
  }

  /** Ends this engine; the next one starts at once, so that the next call need not wait for all of it. */
  private async restart(live: Live): Promise<void> {
    await live.worker.terminate()
    if (this.closed) return
    this.live = this.start()
    this.live.catch(() => {})
  }

  private async start(): Promise<Live> {
    this.generations += 1
    const generation = this.generations
    const { workerPath, patience: _, ...setup } = this.setup
    if (setup.spillFolder !== null) await emptySpill(setup.spillFolder)
    const flags = new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT)
    const create = setup.create && generation === 1
    const trim = generation > 1 && !setup.readOnly
    const data: WorkerSetup = { ...setup, create, trim, flags }
    const worker = new Worker(workerPath, { workerData: data })
    const started = this.watch(worker, generation, new Int32Array(flags))
    try {
      return await started
    } catch (error) {
      this.live = null
      await worker.terminate()
      throw error
    }
  }

  private watch(worker: Worker, generation: number, flags: Int32Array): Promise<Live> {
    return new Promise((resolve, reject) => {
      const ended = new Promise<void>((end) => worker.once('exit', () => end()))
      let reason = 'exit'
      worker.on('error', (error) => {
        reason = error.message
        // A program with a part missing is no sign of a damaged file.
        if (/^Cannot find (module|package)/.test(reason)) reject(error)
      })
      const watchdog = setTimeout(() => void worker.terminate(), startPatience)
      void ended.then(() => {
        clearTimeout(watchdog)
        if (this.generations === generation) this.live = null
        reject(died(reason))
      })
      worker.once('message', (first: WorkerAnswer) => {
        clearTimeout(watchdog)
        if (first.kind === 'ready') resolve({ worker, flags, generation, ended })
        else reject(new FaultError(engineFault(first.kind === 'refused' ? first.message : first.kind)))
      })
    })
  }
}

export const died = (detail: string): FaultError => new FaultError(fault('engine.thread-died', { detail }))

/** One request from its sending to its answer, its cancelling or the death of its worker. */
class Exchange {
  private settle: (answer: WorkerAnswer | 'killed') => void = () => {}
  private fail: (error: unknown) => void = () => {}
  private timers: NodeJS.Timeout[] = []
  private killing = false

  constructor(
    private readonly live: Live,
    private readonly request: WorkerRequest,
    private readonly control: Control,
    private readonly setup: HostSetup,
  ) {}

  async answer(): Promise<Done | Extract<WorkerAnswer, { kind: 'failed' }> | 'killed'> {
    const { worker, flags, ended } = this.live
    const before = this.setup.path === null ? null : commitCounter(this.setup.path)
    Atomics.store(flags, cell.cancel, 0)
    const outcome = new Promise<WorkerAnswer | 'killed'>((resolve, reject) => {
      this.settle = resolve
      this.fail = reject
    })
    const hear = (answer: WorkerAnswer): void => this.settle(answer)
    const cancel = (): void => this.cancel()
    worker.on('message', hear)
    for (const signal of this.control.signals ?? []) signal.addEventListener('abort', cancel, { once: true })
    void ended.then(() => (this.killing ? this.settle('killed') : this.fail(died('exit'))))
    this.watchProgress()
    worker.postMessage(this.request, [...(this.control.transfer ?? [])])
    try {
      return this.judge(await outcome, before)
    } finally {
      worker.off('message', hear)
      for (const signal of this.control.signals ?? []) signal.removeEventListener('abort', cancel)
      for (const timer of this.timers) clearTimeout(timer)
    }
  }

  /** First rung: the shared flag. Second: the thread is ended, whatever it does. */
  private cancel(): void {
    Atomics.store(this.live.flags, cell.cancel, this.request.id)
    this.timers.push(
      setTimeout(() => {
        this.killing = true
        void this.live.worker.terminate()
      }, this.setup.patience ?? usualPatience),
    )
  }

  private watchProgress(): void {
    const { report } = this.control
    if (report === undefined) return
    let last: number | null = -2
    const timer = setInterval(() => {
      const now = Atomics.load(this.live.flags, cell.progress)
      if (now !== last) report(now < 0 ? null : Math.min(1, now / 10_000))
      last = now
    }, 100)
    this.timers.push(timer)
  }

  /** A thread killed during its commit may have finished it: the file's own counter tells. */
  private judge(
    answer: WorkerAnswer | 'killed',
    before: bigint | null,
  ): Done | Extract<WorkerAnswer, { kind: 'failed' }> | 'killed' {
    if (answer === 'killed') {
      const { path } = this.setup
      const committed = path !== null && before !== null && commitCounter(path) !== before
      if (!committed) return 'killed'
      const wanted = this.request.op === 'run' && this.request.result
      if (wanted) throw died('the work was saved, its answer was lost')
      return { kind: 'done', id: this.request.id }
    }
    if (answer.kind === 'done' || answer.kind === 'failed') return answer
    throw new Error(`unexpected answer of the database worker: ${answer.kind}`)
  }
}

/** DuckDB leaves its spill files behind; the folder is ours alone, so all of it goes. */
async function emptySpill(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
}
