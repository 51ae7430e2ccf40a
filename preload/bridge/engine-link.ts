import { isMethodName } from '../contract/methods'
import type { BridgeFault, CallOutcome } from '../contract/shell'
import type { WireReply, WireRequest } from '../contract/wire'

/** The window's end of the port, as far as the link needs it. */
export interface EnginePort {
  postMessage(request: WireRequest): void
  close(): void
}

export interface EngineLink {
  call(id: number, method: string, body: unknown): Promise<CallOutcome>
  cancel(id: number): void
  onProgress(listener: (id: number, progress: unknown) => void): () => void
  /** A port to a fresh engine; calls that waited for it are sent in their order. */
  attach(port: EnginePort): void
  /** The engine is gone. `final`: no new one is coming, so later calls fail at once instead of waiting. */
  lost(final: boolean): void
  receive(reply: WireReply): void
}

interface Pending {
  readonly resolve: (outcome: CallOutcome) => void
  readonly request: WireRequest
  sent: boolean
}

const failure = (fault: BridgeFault): CallOutcome => ({ ok: false, fault })

const badRequest = (method: string, detail: string) =>
  failure({ code: 'engine.bad-request', values: { method: method.slice(0, 80), detail } })

/**
 * Keeps the port out of the page's reach and outlives it: calls made before there is a port wait, calls a dead
 * engine can no longer answer fail with `engine.died`, a cancelled call that was never sent ends at once.
 */
export function createEngineLink(): EngineLink {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(id: number, progress: unknown) => void>()
  let port: EnginePort | null = null
  let hopeless = false

  const settle = (id: number, outcome: CallOutcome) => {
    const call = pending.get(id)
    pending.delete(id)
    call?.resolve(outcome)
  }

  const send = (call: Pending) => {
    if (port === null) return
    call.sent = true
    port.postMessage(call.request)
  }

  return {
    async call(id, method, body) {
      if (typeof method !== 'string' || !isMethodName(method))
        return badRequest(String(method), 'unknown method')
      if (!Number.isSafeInteger(id) || pending.has(id)) return badRequest(method, 'id')
      if (hopeless) return failure({ code: 'engine.died', values: {} })
      return new Promise<CallOutcome>((resolve) => {
        const call: Pending = { resolve, request: { kind: 'call', id, method, body }, sent: false }
        pending.set(id, call)
        send(call)
      })
    },
    cancel(id) {
      const call = pending.get(id)
      if (call === undefined) return
      if (call.sent) port?.postMessage({ kind: 'cancel', id })
      else settle(id, failure({ code: 'engine.cancelled', values: {} }))
    },
    onProgress(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    attach(next) {
      port?.close()
      // What the old engine was working on is lost with it; what waited unsent is not.
      for (const [id, call] of [...pending])
        if (call.sent) settle(id, failure({ code: 'engine.died', values: {} }))
      port = next
      hopeless = false
      for (const call of pending.values()) send(call)
    },
    lost(final) {
      port?.close()
      port = null
      hopeless = final
      for (const [id, call] of [...pending])
        if (call.sent || final) settle(id, failure({ code: 'engine.died', values: {} }))
    },
    receive(reply) {
      if (reply.kind === 'progress') for (const listener of listeners) listener(reply.id, reply.body)
      else if (reply.kind === 'done') settle(reply.id, { ok: true, body: reply.body })
      else settle(reply.id, failure(reply.fault))
    },
  }
}
