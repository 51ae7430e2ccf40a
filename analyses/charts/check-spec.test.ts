import { describe, expect, test } from 'vitest'
import { checkSpec } from './check-spec'
import { checkExpression } from './expression'

describe('an expression may', () => {
  test.each([
    'datum.difference',
    "datum['two words'] * 100",
    "isValid(datum.low) && datum.low > 0 ? 'sure' : 'open'",
    'format(datum.value * 100, ".1f")',
    '-abs(min(datum.a, 3.5))',
  ])('say %s', (text) => expect(checkExpression(text)).toBe(true))

  test.each([
    'alert(1)',
    'datum.constructor.constructor("return 1")()',
    'datum["a"]["b"]',
    'datum.x(1)',
    'window',
    'event.view',
    "data('rows')",
    'x = 3',
    '`datum.x`',
    'datum',
    "'\\u0041'",
    '[1,2]',
    '{a: 1}',
    'now()',
    'format',
    'max (datum.a)(1); open("x")',
    `datum.${'x'.repeat(500)}`,
  ])('not say %s', (text) => expect(checkExpression(text)).toBe(false))
})

describe('a chart file is refused, with the place, when it', () => {
  test.each([
    ['brings data', { data: { values: [] } }, 'data'],
    [
      'loads data',
      { layer: [{ transform: [{ lookup: 'x', from: { data: { url: 'a.csv' } } }] }] },
      'layer.0.transform.0.lookup',
    ],
    ['links', { encoding: { href: { field: 'x' } } }, 'encoding.href'],
    ['draws a picture', { mark: 'image' }, 'mark'],
    ['draws a picture in a mark object', { mark: { type: 'image' } }, 'mark.type'],
    [
      'holds a signal',
      { encoding: { y: { axis: { title: { signal: 'datum' } } } } },
      'encoding.y.axis.title.signal',
    ],
    ['reacts to events', { params: [{ name: 'p', select: 'point' }] }, 'params'],
    ['has looks of its own', { config: {} }, 'config'],
    [
      'calls what is not allowed',
      { transform: [{ calculate: 'open(datum.x)', as: 'y' }] },
      'transform.0.calculate',
    ],
    ['filters by a forbidden expression', { transform: [{ filter: 'now() > 1' }] }, 'transform.0.filter'],
    [
      'formats by a function of its own',
      { encoding: { x: { axis: { formatType: 'run' } } } },
      'encoding.x.axis.formatType',
    ],
    [
      'paints with a foreign pattern',
      { mark: { type: 'bar', fill: 'url(http://example.org/#a)' } },
      'mark.fill',
    ],
    ['takes data for colours', { encoding: { color: { field: 'x', scale: null } } }, 'encoding.color.scale'],
    [
      'hides an address in a text',
      { encoding: { text: { value: 'https://example.org' } } },
      'encoding.text.value',
    ],
    ['hides a tag in a text', { title: '<script>' }, 'title'],
    ['is a bottomless pit', deep(40), 'spec.spec.spec.spec.spec.spec'],
  ])('%s', (_, spec, place) => {
    const faults = checkSpec('c', spec)
    expect(faults.map(({ code, path }) => [code, path])).toContainEqual(['export.chart-forbidden', place])
  })

  test('and a plain one is not', () => {
    const spec = {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      mark: { type: 'bar', style: 'women' },
      transform: [{ filter: { field: 'sex', equal: 'F' } }, { filter: 'datum.rate > 0.5' }],
      encoding: { x: { field: 'rate', axis: { labelExpr: "format(datum.value, '.0%')" } } },
    }
    expect(checkSpec('c', spec)).toEqual([])
  })
})

function deep(depth: number): Record<string, unknown> {
  return depth === 0 ? {} : { spec: deep(depth - 1) }
}
