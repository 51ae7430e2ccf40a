import { describe, expect, test } from 'vitest'
import type { WireRequest } from '../contract/wire'
import { createEngineLink } from './engine-link'
import { createEventBuffer } from './event-buffer'

function fakePort() {
  const sent: WireRequest[] = []
  let closed = false
  return {
    sent,
    isClosed: () => closed,
    postMessage: (request: WireRequest) => void sent.push(request),
    close: () => {
      closed = true
    },
  }
}

const died = { ok: false, fault: { code: 'engine.died', values: {} } }

describe('the line to the engine', () => {
  test('keeps calls until the port is there and sends them in their order', async () => {
    const link = createEngineLink()
    const first = link.call(1, 'project.info', {})
    const second = link.call(2, 'dataSet.list', {})
    const port = fakePort()
    link.attach(port)
    expect(port.sent.map((request) => request.id)).toEqual([1, 2])
    link.receive({ kind: 'done', id: 2, body: ['b'] })
    link.receive({ kind: 'done', id: 1, body: null })
    expect(await first).toEqual({ ok: true, body: null })
    expect(await second).toEqual({ ok: true, body: ['b'] })
  })

  test.each([['engine.explode'], ['constructor'], ['__proto__'], ['']])(
    'does not forward %j',
    async (name) => {
      const link = createEngineLink()
      const port = fakePort()
      link.attach(port)
      expect(await link.call(1, name, {})).toMatchObject({ ok: false, fault: { code: 'engine.bad-request' } })
      expect(port.sent).toEqual([])
    },
  )

  test('refuses an id in use and one that is no number', async () => {
    const link = createEngineLink()
    link.attach(fakePort())
    void link.call(1, 'project.info', {})
    expect(await link.call(1, 'project.info', {})).toMatchObject({ ok: false })
    expect(await link.call(Number.NaN, 'project.info', {})).toMatchObject({ ok: false })
  })

  test('fails what a dead engine was working on, and sends what comes afterwards to the next one', async () => {
    const link = createEngineLink()
    const old = fakePort()
    link.attach(old)
    const lost = link.call(1, 'project.info', {})
    link.lost(false)
    expect(await lost).toEqual(died)
    expect(old.isClosed()).toBe(true)
    void link.call(2, 'run.list', { locale: 'cs' })
    const fresh = fakePort()
    link.attach(fresh)
    expect(fresh.sent.map((request) => request.id)).toEqual([2])
  })

  test('fails at once when no engine will come, until one comes after all', async () => {
    const link = createEngineLink()
    const waiting = link.call(1, 'project.info', {})
    link.lost(true)
    expect(await waiting).toEqual(died)
    expect(await link.call(2, 'project.info', {})).toEqual(died)
    const port = fakePort()
    link.attach(port)
    void link.call(3, 'project.info', {})
    expect(port.sent.map((request) => request.id)).toEqual([3])
  })

  test('a cancel goes to the engine, or ends a call that was never sent', async () => {
    const link = createEngineLink()
    const unsent = link.call(1, 'project.info', {})
    link.cancel(1)
    link.cancel(42)
    expect(await unsent).toEqual({ ok: false, fault: { code: 'engine.cancelled', values: {} } })
    const port = fakePort()
    link.attach(port)
    void link.call(2, 'project.info', {})
    link.cancel(2)
    expect(port.sent.map((request) => request.kind)).toEqual(['call', 'cancel'])
  })

  test('progress reaches who listens, and no longer who stopped', () => {
    const link = createEngineLink()
    const heard: unknown[] = []
    const stop = link.onProgress((id, progress) => heard.push([id, progress]))
    const body = { step: 1, of: 2, titleKey: 't', value: null }
    link.receive({ kind: 'progress', id: 3, body })
    stop()
    link.receive({ kind: 'progress', id: 3, body })
    expect(heard).toEqual([[3, body]])
  })
})

test('events that came before the page listened are not lost, and come once', () => {
  const buffer = createEventBuffer<number>(2)
  for (const event of [1, 2, 3]) buffer.push(event)
  const heard: number[] = []
  const stop = buffer.listen((event) => heard.push(event))
  buffer.push(4)
  stop()
  buffer.push(5)
  const later: number[] = []
  buffer.listen((event) => later.push(event))
  expect(heard).toEqual([2, 3, 4])
  expect(later).toEqual([5])
})
