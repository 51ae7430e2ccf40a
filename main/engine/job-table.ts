import { type Fault, FaultError, fault } from '../../analyses/model/fault'
import type { JobContext, StepProgress } from '../../analyses/model/job'
import { type MethodName, methodInputs, type ParsedInput } from '../../preload/contract/methods'
import { requestSchema, type WireReply } from '../../preload/contract/wire'
import type { CommandTable } from '../commands/command-table'
import { bugDetail, type Log } from '../commands/log'
import { throttle } from './throttle'

/** What the job table needs of a port; tests give it an array. */
export interface ReplyPort {
  postMessage(reply: WireReply): void
}

export interface JobTable {
  /** A message that came in on a port; anything but a request is logged and dropped. */
  receive(port: ReplyPort, message: unknown): void
  /** The window behind the port is gone: its jobs are cancelled, nothing is sent there any more. */
  forget(port: ReplyPort): void
  /** Cancels every job and waits until the last one has let go. */
  drain(): Promise<void>
}

type Handler = (body: unknown, job: JobContext) => Promise<unknown>

interface Job {
  readonly abort: AbortController
  readonly done: Promise<void>
}

const progressEvery = 100
const slowAfter = 2000

interface Parser<T> {
  safeParse(
    body: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
}
interface Issue {
  readonly path: readonly PropertyKey[]
  readonly code: string
}

/** A mapped type, so that each method's parser keeps its own output type under a generic name. */
const inputs: { readonly [M in MethodName]: Parser<ParsedInput<M>> } = methodInputs

class BadRequest extends Error {}

function handlerOf<M extends MethodName>(table: CommandTable, method: M): Handler {
  const command = table[method]
  const schema = inputs[method]
  return (body, job) => {
    const input = schema.safeParse(body)
    if (input.success) return command(input.data, job)
    const issue = input.error.issues[0]
    throw new BadRequest(`${issue?.path.join('.') || 'body'}: ${issue?.code ?? 'invalid'}`)
  }
}

const methodNames = Object.keys(methodInputs) as MethodName[]

function handlersOf(table: CommandTable): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>()
  for (const method of methodNames) {
    if (handlers.has(method)) throw new Error(`two methods are called ${method}`)
    handlers.set(method, handlerOf(table, method))
  }
  return handlers
}

/** Expected failures keep their fault, everything else is a bug: its kind goes to the window, its stack to the log. */
function faultOf(error: unknown, method: string, aborted: boolean, log: Log): Fault {
  if (error instanceof FaultError) return error.fault
  if (error instanceof BadRequest) return fault('engine.bad-request', { method, detail: error.message })
  if (aborted || (error instanceof Error && error.name === 'AbortError')) return fault('engine.cancelled')
  log.bug(method, error)
  return fault('engine.bug', { detail: `${method}: ${bugDetail(error)}` })
}

/**
 * Runs the calls of all windows. Ids are each window's own, so a job is known by its port and its id.
 * Replies are copied by the port: Electron's ports transfer other ports only, never buffers.
 */
export function createJobTable(table: CommandTable, log: Log, now: () => number = Date.now): JobTable {
  const handlers = handlersOf(table)
  const jobs = new Map<ReplyPort, Map<number, Job>>()

  const jobsOf = (port: ReplyPort) => {
    const known = jobs.get(port) ?? new Map<number, Job>()
    jobs.set(port, known)
    return known
  }

  const run = async (port: ReplyPort, id: number, method: string, body: unknown, abort: AbortController) => {
    const send = (reply: WireReply) => {
      if (jobs.get(port)?.get(id)?.abort === abort) port.postMessage(reply)
    }
    const progress = throttle<StepProgress>(progressEvery, (latest) =>
      send({ kind: 'progress', id, body: latest }),
    )
    const started = now()
    try {
      const handler = handlers.get(method)
      if (handler === undefined) throw new BadRequest('unknown method')
      const result = await handler(body, { signal: abort.signal, report: progress.push })
      progress.flush()
      send({ kind: 'done', id, body: result })
    } catch (error) {
      progress.flush()
      send({ kind: 'failed', id, fault: faultOf(error, method, abort.signal.aborted, log) })
    } finally {
      const took = now() - started
      if (took >= slowAfter) log.note(`slow call ${method} ${Math.round(took)} ms`)
    }
  }

  const call = (port: ReplyPort, id: number, method: string, body: unknown) => {
    const known = jobsOf(port)
    if (known.has(id)) {
      log.note(`call ${method} repeats the id of a running job`)
      return
    }
    const abort = new AbortController()
    // A turn later, so that the job stands in the table before its first reply looks for it there.
    const done = Promise.resolve()
      .then(() => run(port, id, method, body, abort))
      .catch((error: unknown) => log.bug(`reply to ${method}`, error))
      .finally(() => {
        if (known.get(id)?.abort === abort) known.delete(id)
      })
    known.set(id, { abort, done })
  }

  return {
    receive(port, message) {
      const request = requestSchema.safeParse(message)
      if (!request.success) {
        log.note('a message that is no request was dropped')
        return
      }
      const { data } = request
      if (data.kind === 'cancel') jobs.get(port)?.get(data.id)?.abort.abort()
      else call(port, data.id, data.method, data.body)
    },
    forget(port) {
      const known = jobs.get(port)
      jobs.delete(port)
      for (const job of known?.values() ?? []) job.abort.abort()
    },
    async drain() {
      const running = [...jobs.values()].flatMap((known) => [...known.values()])
      for (const job of running) job.abort.abort()
      await Promise.all(running.map((job) => job.done))
    },
  }
}
