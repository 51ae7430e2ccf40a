import { expect, test } from 'vitest'
import { fault } from '../../../analyses/model/fault'
import type { ProjectInfo } from '../../../preload/contract/methods'
import { initialState, type SessionEvent, type SessionState, sessionReducer } from './session-state'

const project: ProjectInfo = {
  path: '/data/kraj.duckdb',
  name: 'kraj',
  readOnly: false,
  dataSets: 1,
  runs: 0,
  notices: [],
}
const after = (state: SessionState, ...events: SessionEvent[]) => events.reduce(sessionReducer, state)
const open = after(initialState, { kind: 'opened', project, keepRoute: false })

test('an opened project shows its data', () => {
  expect(open.route).toEqual({ screen: 'data', dataSet: null })
  expect(open.revision).toBe(initialState.revision + 1)
})

test('a project opened again after the engine came back keeps the screen', () => {
  const there = after(open, { kind: 'go', route: { screen: 'result', run: 'r1' } })
  expect(after(there, { kind: 'opened', project, keepRoute: true }).route).toEqual(there.route)
})

test('a project that opens does not take a general screen away, but does take a result of another project', () => {
  const reports = after(initialState, { kind: 'go', route: { screen: 'reports' } })
  expect(after(reports, { kind: 'opened', project, keepRoute: false }).route.screen).toBe('reports')
  const result = after(open, { kind: 'go', route: { screen: 'result', run: 'r1' } })
  expect(after(result, { kind: 'opened', project, keepRoute: false }).route.screen).toBe('data')
})

test('an engine that died interrupts until the project is open again, not only until it starts', () => {
  const died = after(open, { kind: 'engine', state: 'died' }, { kind: 'engine', state: 'starting' })
  expect(died.interrupted).toBe(true)
  const ready = after(died, { kind: 'engine', state: 'ready' })
  expect(ready.interrupted).toBe(true)
  expect(after(ready, { kind: 'opened', project, keepRoute: true }).interrupted).toBe(false)
  const bare = after(initialState, { kind: 'engine', state: 'died' }, { kind: 'engine', state: 'ready' })
  expect(bare.interrupted).toBe(false)
})

test('a fault on opening names the file and leaves the open project alone', () => {
  const failed = after(
    open,
    { kind: 'opening', path: '/x.duckdb' },
    {
      kind: 'openFailed',
      path: '/x.duckdb',
      fault: fault('engine.bug', { detail: 'x' }),
    },
  )
  expect(failed.opening).toBeNull()
  expect(failed.openFault?.path).toBe('/x.duckdb')
  expect(failed.project).toBe(project)
})

test('files queue one after another, each once, and the last one leads to its data set', () => {
  const queued = after(
    open,
    { kind: 'filesAdded', paths: ['a', 'b'] },
    { kind: 'filesAdded', paths: ['b', 'c'] },
  )
  expect(queued.route).toEqual({ screen: 'import', paths: ['a', 'b', 'c'] })
  const one = after(queued, { kind: 'importDone', path: 'a', dataSet: 'a' })
  expect(one.route).toEqual({ screen: 'import', paths: ['b', 'c'] })
  const rest = after(
    one,
    { kind: 'importDone', path: 'b', dataSet: null },
    {
      kind: 'importDone',
      path: 'c',
      dataSet: 'c',
    },
  )
  expect(rest.route).toEqual({ screen: 'data', dataSet: 'c' })
  expect(rest.revision).toBe(open.revision + 2)
})

test('an import that ends after the reader left does not take the screen away', () => {
  const left = after(open, { kind: 'filesAdded', paths: ['a'] }, { kind: 'go', route: { screen: 'home' } })
  expect(after(left, { kind: 'importDone', path: 'a', dataSet: 'a' }).route).toEqual({ screen: 'home' })
})

test('no more than three messages stand at once, each with its own number', () => {
  const said = after(
    open,
    ...[1, 2, 3, 4].map((n) => ({
      kind: 'say' as const,
      message: { tone: 'good' as const, text: String(n) },
    })),
  )
  expect(said.messages.map(({ text }) => text)).toEqual(['2', '3', '4'])
  expect(new Set(said.messages.map(({ id }) => id)).size).toBe(3)
  const first = said.messages[0]?.id ?? 0
  expect(after(said, { kind: 'unsay', id: first }).messages).toHaveLength(2)
})
