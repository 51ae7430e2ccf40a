import { parentPort, workerData } from 'node:worker_threads'
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?asset'
import { lockNetwork } from '../guard/no-network'
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './protocol'
import { runtimeSays } from './runtime'
import { messageOf, openSession, type Session, StaleError } from './worker-session'

// Entry of the worker thread that owns DuckDB. It may block for as long as a query takes:
// whoever waits for it sits in another thread and talks to it through shared cells.

const port = parentPort
if (port === null) throw new Error('main/db/worker runs as a worker thread only')

const send = (answer: WorkerAnswer, transfer: ArrayBuffer[] = []): void => port.postMessage(answer, transfer)

function answer(session: Session, request: WorkerRequest): void {
  try {
    const outcome = session.handle(request)
    const buffer = outcome.ipc?.buffer
    send({ kind: 'done', id: request.id, ...outcome }, buffer instanceof ArrayBuffer ? [buffer] : [])
  } catch (error) {
    // After a full disk DuckDB counts the blocks it could not write as used; a new engine does not.
    const message = messageOf(error)
    const stale =
      error instanceof StaleError ||
      message.includes(runtimeSays.full) ||
      /FATAL Error|invalidated/.test(message)
    send({ kind: 'failed', id: request.id, message, stale })
  }
  if (request.op === 'close') port?.close()
}

// A worker thread has its own sockets; the engine needs none, whatever an extension may ask for.
lockNetwork(() => {})

const setup: WorkerSetup = workerData
openSession(setup, wasm).then(
  (session) => {
    port.on('message', (request: WorkerRequest) => answer(session, request))
    send({ kind: 'ready', version: session.version() })
  },
  (error: unknown) => send({ kind: 'refused', message: messageOf(error) }),
)
