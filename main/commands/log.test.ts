import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bugDetail, fileLog, withoutValues } from './log'

const inFolder = (work: (file: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  try {
    work(join(folder, 'logs', 'workbench.log'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('values in quotation marks are taken out of messages', () => {
  expect(withoutValues(`Could not convert string 'Jana Nováková' to "INT32"`)).toBe(
    'Could not convert string "…" to "…"',
  )
  expect(withoutValues('buňka „721104/1234“ nejde číst')).toBe('buňka "…" nejde číst')
  expect(bugDetail(new RangeError('x `y` z'))).toBe('RangeError: x "…" z')
  expect(bugDetail('secret')).toBe('thrown string')
  expect(withoutValues('x'.repeat(999))).toHaveLength(200)
})

test('a bug is written with its stack and without its values', () => {
  inFolder((file) => {
    fileLog(file, 'engine', () => new Date(0)).bug('run.start', new Error("row 'Jana' is bad"))
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^1970-01-01T00:00:00\.000Z engine run\.start: Error: row "…" is bad\n\s+at /)
    expect(text).not.toContain('Jana')
  })
})

test('the log keeps one older file and stays below a megabyte', () => {
  inFolder((file) => {
    const log = fileLog(file, 'engine')
    for (let line = 0; line < 12_000; line += 1) log.note('x'.repeat(150))
    expect(existsSync(`${file}.1`)).toBe(true)
    expect(statSync(file).size).toBeLessThanOrEqual(512 * 1024)
    expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(512 * 1024)
  })
})

test('a log that cannot be written does not break the work', () => {
  expect(() => fileLog('/dev/null/x/log', 'engine').note('a')).not.toThrow()
})
