import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FaultError, fault } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { type MethodName, methodInputs } from '../../preload/contract/methods'
import type { WireReply } from '../../preload/contract/wire'
import type { CommandTable } from '../commands/command-table'
import { createJobTable } from './job-table'

const bugs: string[] = []
const notes: string[] = []
const log = {
  note: (text: string) => void notes.push(text),
  bug: (where: string) => void bugs.push(where),
}

type AnyHandler = (input: never, job: JobContext) => Promise<never>

/** Every method answers null unless the test says otherwise. */
function table(own: { readonly [M in MethodName]?: (input: never, job: JobContext) => Promise<unknown> }) {
  const all = Object.keys(methodInputs).map((name) => [name, async () => null])
  return { ...Object.fromEntries(all), ...own } as unknown as CommandTable & Record<string, AnyHandler>
}

function fakePort() {
  const replies: WireReply[] = []
  return { replies, postMessage: (reply: WireReply) => void replies.push(reply) }
}

const call = (id: number, method: string, body: unknown = {}) => ({ kind: 'call', id, method, body })
const settled = () => vi.advanceTimersByTimeAsync(0)

const untilCancelled = (_input: never, { signal }: JobContext) =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(Object.assign(new Error('stopped'), { name: 'AbortError' }))
    signal.addEventListener('abort', stop, { once: true })
  })

beforeEach(() => {
  vi.useFakeTimers()
  bugs.length = 0
  notes.length = 0
})
afterEach(() => vi.useRealTimers())

describe('a call', () => {
  test('is parsed, run and answered under its own id', async () => {
    const seen: unknown[] = []
    const jobs = createJobTable(
      table({
        'project.open': async (input) => {
          seen.push(input)
          return { name: 'x' }
        },
      }),
      log,
    )
    const port = fakePort()
    jobs.receive(port, call(7, 'project.open', { path: '/a', stray: 1 }))
    await settled()
    expect(seen).toEqual([{ path: '/a', create: false }])
    expect(port.replies).toEqual([{ kind: 'done', id: 7, body: { name: 'x' } }])
  })

  test.each([
    ['an unknown method', 'project.destroy', {}, 'unknown method'],
    ['a name of every object', 'constructor', {}, 'unknown method'],
    ['a body of the wrong shape', 'project.open', { path: 5 }, 'path: invalid_type'],
    ['no body', 'project.open', null, 'body: invalid_type'],
  ])('%s is refused by name, not run', async (_case, method, body, detail) => {
    const jobs = createJobTable(table({}), log)
    const port = fakePort()
    jobs.receive(port, call(1, method, body))
    await settled()
    expect(port.replies).toEqual([
      { kind: 'failed', id: 1, fault: fault('engine.bad-request', { method, detail }) },
    ])
    expect(bugs).toEqual([])
  })

  test('that is no request at all is dropped and noted', async () => {
    const jobs = createJobTable(table({}), log)
    const port = fakePort()
    for (const message of [null, 'call', { kind: 'call', id: 1.5, method: 'run.list' }, { kind: 'eval' }])
      jobs.receive(port, message)
    await settled()
    expect(port.replies).toEqual([])
    expect(notes).toHaveLength(4)
  })

  test('repeating the id of a running one does not disturb it', async () => {
    const jobs = createJobTable(table({ 'run.remove': untilCancelled }), log)
    const port = fakePort()
    jobs.receive(port, call(1, 'run.remove', { run: 'a' }))
    jobs.receive(port, call(1, 'project.info'))
    await settled()
    expect(port.replies).toEqual([])
  })

  test('that takes long is noted by name', async () => {
    const jobs = createJobTable(
      table({ 'dataSet.list': () => new Promise((resolve) => setTimeout(() => resolve([]), 2500)) }),
      log,
    )
    jobs.receive(fakePort(), call(1, 'dataSet.list'))
    await vi.advanceTimersByTimeAsync(2500)
    expect(notes).toEqual(['slow call dataSet.list 2500 ms'])
  })
})

describe('a failure', () => {
  test('that was expected keeps its fault', async () => {
    const expected = fault('settings.damaged', { kept: 'k' }, 'p')
    const jobs = createJobTable(table({ 'run.list': () => Promise.reject(new FaultError(expected)) }), log)
    const port = fakePort()
    jobs.receive(port, call(1, 'run.list', { locale: 'cs' }))
    await settled()
    expect(port.replies).toEqual([{ kind: 'failed', id: 1, fault: expected }])
    expect(bugs).toEqual([])
  })

  test('that was not expected is a bug: logged, and named without values or stack', async () => {
    const thrown = new RangeError('cell "Jana Nováková" is too long')
    const jobs = createJobTable(table({ 'run.list': () => Promise.reject(thrown) }), log)
    const port = fakePort()
    jobs.receive(port, call(1, 'run.list', { locale: 'cs' }))
    await settled()
    expect(port.replies).toEqual([
      {
        kind: 'failed',
        id: 1,
        fault: fault('engine.bug', { detail: 'run.list: RangeError: cell "…" is too long' }),
      },
    ])
    expect(bugs).toEqual(['run.list'])
  })
})

describe('cancelling', () => {
  test('reaches the one job that is meant, by port and id', async () => {
    const jobs = createJobTable(table({ 'run.remove': untilCancelled }), log)
    const [left, right] = [fakePort(), fakePort()]
    jobs.receive(left, call(1, 'run.remove', { run: 'a' }))
    jobs.receive(right, call(1, 'run.remove', { run: 'b' }))
    await settled()
    jobs.receive(left, { kind: 'cancel', id: 1 })
    jobs.receive(left, { kind: 'cancel', id: 99 })
    await settled()
    expect(left.replies).toEqual([{ kind: 'failed', id: 1, fault: fault('engine.cancelled') }])
    expect(right.replies).toEqual([])
  })

  test('a window that went away stops its jobs and hears nothing more', async () => {
    const stopped: string[] = []
    const jobs = createJobTable(
      table({
        'run.remove': (input, job) =>
          untilCancelled(input, job).catch((error: unknown) => {
            stopped.push('run')
            throw error
          }),
      }),
      log,
    )
    const port = fakePort()
    jobs.receive(port, call(1, 'run.remove', { run: 'a' }))
    await settled()
    jobs.forget(port)
    await settled()
    expect(stopped).toEqual(['run'])
    expect(port.replies).toEqual([])
  })

  test('draining waits until the last job has let go', async () => {
    const order: string[] = []
    const slowToStop = async (input: never, job: JobContext) => {
      await untilCancelled(input, job).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 300))
      order.push('job')
      throw Object.assign(new Error('stopped'), { name: 'AbortError' })
    }
    const jobs = createJobTable(table({ 'run.remove': slowToStop }), log)
    jobs.receive(fakePort(), call(1, 'run.remove', { run: 'a' }))
    await settled()
    const drained = jobs.drain().then(() => order.push('drained'))
    await vi.advanceTimersByTimeAsync(300)
    await drained
    expect(order).toEqual(['job', 'drained'])
  })
})

test('progress comes at most ten times a second, and the last of it before the end', async () => {
  const busy = async (_input: never, { report }: JobContext) => {
    for (let done = 1; done <= 100; done += 1) {
      report({ step: 1, of: 1, titleKey: 't', value: done / 100 })
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    report({ step: 1, of: 1, titleKey: 't', value: 1 })
    return null
  }
  const jobs = createJobTable(table({ 'dataSet.remove': busy }), log)
  const port = fakePort()
  jobs.receive(port, call(1, 'dataSet.remove', { name: 'x' }))
  await vi.advanceTimersByTimeAsync(1100)
  const values = port.replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.body.value] : []))
  expect(values[0]).toBe(0.01)
  expect(values.at(-1)).toBe(1)
  expect(values.length).toBeGreaterThan(8)
  expect(values.length).toBeLessThan(13)
  expect(port.replies.at(-1)).toEqual({ kind: 'done', id: 1, body: null })
})
