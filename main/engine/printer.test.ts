import { expect, test } from 'vitest'
import { FaultError, fault } from '../../analyses/model/fault'
import type { FromEngine } from '../../preload/contract/host'
import { shellPrinter } from './printer'

const idOf = (message: FromEngine | undefined) => (message?.kind === 'print' ? message.id : -1)

test('prints are told apart by their numbers, whatever order they come back in', async () => {
  const asked: FromEngine[] = []
  const printer = shellPrinter((message) => asked.push(message))
  const signal = new AbortController().signal
  const first = printer.print('<h1>A</h1>', signal)
  const second = printer.print('<h1>B</h1>', signal)
  expect(asked.map((message) => message.kind === 'print' && message.html)).toEqual([
    '<h1>A</h1>',
    '<h1>B</h1>',
  ])
  printer.settle(idOf(asked[1]), { pdf: new Uint8Array([2]) })
  printer.settle(idOf(asked[0]), { fault: fault('print.failed', { detail: 'x' }) })
  printer.settle(99, { pdf: new Uint8Array() })
  expect(await second).toEqual(new Uint8Array([2]))
  await expect(first).rejects.toThrow(FaultError)
})

test('a print that was cancelled meanwhile is not delivered', async () => {
  const asked: FromEngine[] = []
  const printer = shellPrinter((message) => asked.push(message))
  const abort = new AbortController()
  const print = printer.print('x', abort.signal)
  abort.abort()
  printer.settle(idOf(asked[0]), { pdf: new Uint8Array([1]) })
  await expect(print).rejects.toMatchObject({ name: 'AbortError' })
})
