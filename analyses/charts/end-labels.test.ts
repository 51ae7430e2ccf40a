import { expect, test } from 'vitest'
import type { Row } from '../model/table'
import { completeSpec } from './complete-spec'
import { isJson, type Json } from './theme'

const dumbbell: Json = {
  encoding: { y: { field: 'territory', type: 'nominal', sort: null } },
  layer: [
    {
      mark: { type: 'rule', style: 'connector' },
      encoding: { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' } },
    },
    {
      mark: { type: 'point' },
      encoding: { x: { field: 'value', type: 'quantitative' }, color: { field: 'sex', type: 'nominal' } },
    },
  ],
}
const columns = [
  { name: 'territory', label: 'Territory', unit: 'code' },
  { name: 'sex', label: 'Sex', unit: 'code' },
  ...(['value', 'from', 'to'] as const).map((name) => ({ name, label: name, unit: 'proportion' }) as const),
] as const
const place = (territory: string, women: number | null, men: number, status = 'ok'): Row[] =>
  Object.entries({ F: women, M: men }).map(([sex, value]) => ({
    ...{ territory, sex, status, value: women === null ? null : value },
    ...(women === null ? { from: null, to: null } : { from: Math.min(women, men), to: Math.max(women, men) }),
  }))

function drawn(rows: readonly Row[], locale: 'cs' | 'en' = 'en', spec = dumbbell) {
  const result = completeSpec({ id: 'c', spec, rows, columns, locale, description: 'Sentence.' })
  if (!result.ok) throw new Error(result.faults[0]?.code)
  const { spec: whole } = result.value
  const layers = Array.isArray(whole['layer']) ? whole['layer'].filter(isJson) : []
  const labels = layers.filter(({ mark }) => isJson(mark) && mark['style'] === 'quiet-label')
  return { text: JSON.stringify(whole), labels }
}

test('the ends of a line between women and men say their numbers, per cent as the language writes it', () => {
  const rows = [...place('A', 0.25, 0.5), ...place('B', 0.75, 0.5)]
  const { labels, text } = drawn(rows)
  expect(labels.map(({ mark }) => isJson(mark) && mark['align'])).toEqual(['right', 'left'])
  // An axis that rounds its room up would show shares below nothing.
  expect(text).toContain('"scale":{"padding":48,"nice":false}')
  expect(text).toContain('"from__text":"25.0%"')
  expect(text).toContain('"to__text":"75.0%"')
  expect(drawn(rows, 'cs').text).toContain('"from__text":"25,0\u00a0%"')
})

test('a hidden line has no numbers, and many lines are read along the axis', () => {
  const { text } = drawn([...place('A', 0.25, 0.5), ...place('B', null, 0.625, 'hidden-small')])
  expect(text).not.toContain('62')
  const many = Array.from({ length: 31 }, (_, at) => place(`T${at}`, 0.25, 0.5)).flat()
  expect(drawn(many).labels).toEqual([])
})

test('a chart with texts of its own stays as it is', () => {
  const own = { mark: 'text', encoding: { x: { field: 'to', type: 'quantitative' } } }
  const layer = [...(Array.isArray(dumbbell['layer']) ? dumbbell['layer'] : []), own]
  expect(drawn(place('A', 0.25, 0.5), 'en', { ...dumbbell, layer }).labels).toEqual([])
})

test('hostile names of 300 territories come to the picture short, printable and in one piece', () => {
  const kinds = [
    (at: number) => `${at} ${'long '.repeat(1000)}`,
    (at: number) => `\u202e${at} \u05d0\u05d1\u05d2\u202c`,
    (at: number) => `${at}\u0000\u0007\u001b[31mred\r\nline`,
    (at: number) => `<img src=x onerror=alert(${at})>`,
    (at: number) => `__proto__ ${at} "quotes' \\ {{x}}`,
  ]
  const rows = Array.from({ length: 300 }, (_, at) =>
    place(kinds[at % kinds.length]?.(at) ?? '', 0.25, 0.5),
  ).flat()
  const { text } = drawn(rows)
  const parsed: unknown = JSON.parse(text)
  const strings: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(parsed)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  expect(strings.filter((one) => /[\u0000-\u001f\u007f\u202a-\u202e]/.test(one))).toEqual([])
})
