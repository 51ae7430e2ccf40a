import { describe, expect, test } from 'vitest'
import { safeFileName, withExtension } from './file-names'
import { restartDelay } from './restart-policy'
import { clampZoom, windowBounds } from './window-state'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1000 }

describe('where the window opens', () => {
  test('where it was, also on the second screen', () => {
    const saved = { x: 2000, y: 50, width: 900, height: 700 }
    expect(windowBounds(saved, [screen, second])).toEqual(saved)
  })
  test.each([
    ['the second screen is gone', { x: 2000, y: 50, width: 900, height: 700 }, [screen]],
    ['above the screen', { x: 100, y: -600, width: 900, height: 700 }, [screen]],
    ['below the screen', { x: 100, y: 1030, width: 900, height: 700 }, [screen]],
    ['a sliver at the right edge', { x: 1900, y: 50, width: 900, height: 700 }, [screen]],
    ['nothing was saved', null, [screen]],
  ])('centred in the usual size: %s', (_case, saved, areas) => {
    expect(windowBounds(saved, areas)).toEqual({ width: 1360, height: 880 })
  })
  test('never larger than the screen, never too small to use', () => {
    expect(windowBounds({ x: 0, y: 0, width: 5000, height: 9000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    })
    expect(windowBounds({ x: 0, y: 0, width: 130, height: 50 }, [screen])).toMatchObject({
      width: 640,
      height: 480,
    })
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      width: 1024,
      height: 700,
    })
  })
})

test('zoom goes in half steps between its limits', () => {
  expect([clampZoom(0.3), clampZoom(99), clampZoom(-99), clampZoom(3.8)]).toEqual([0.5, 6, -3, 4])
})

describe('starting the engine again', () => {
  test('at once after one death, later after the second, not after the third within a minute', () => {
    expect(restartDelay([1000], 1000)).toBe(0)
    expect(restartDelay([1000, 20_000], 20_000)).toBe(500)
    expect(restartDelay([1000, 20_000, 50_000], 50_000)).toBeNull()
  })
  test('deaths more than a minute ago are forgotten', () => {
    expect(restartDelay([1000, 20_000, 90_000], 90_000)).toBe(0)
  })
})

test('names of exported files work on every system and keep their extension', () => {
  expect(safeFileName('Rozdíl: ženy/muži? "2023"')).toBe('Rozdíl- ženy-muži- -2023-')
  expect(safeFileName('...')).toBe('export')
  expect(withExtension('/a/report', 'html')).toBe('/a/report.html')
  expect(withExtension('/a/report.HTML', 'html')).toBe('/a/report.HTML')
  expect(withExtension('/a/v1.2', 'csv')).toBe('/a/v1.2.csv')
})
