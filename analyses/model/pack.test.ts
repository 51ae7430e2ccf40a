import { describe, expect, test } from 'vitest'
import { parsePack } from './pack'

const manifest = `
format: workbench-pack/1
id: small-pack
version: 1.0.0
kind: indicator
area: gender
locales: [cs, en, pl]
needs:
  people:
    grain: [place]
    columns:
      place: { role: territory }
      count: { role: measure, at_most: whole }
      whole: { role: measure }
    forms:
      counts: { columns: [count, whole] }
params:
  limit: { type: integer, min: 1, max: 9, default: 3 }
steps:
  first: { sql: sql/first.sql, from: [people], uses: [limit, people_form] }
  second: { method: inequality/rate-difference@1, from: [first], with: { as: gap, confidence: $limit } }
tables:
  result: { from: second, columns: { place: { unit: code } } }
charts:
  picture: { spec: charts/picture.json, data: first, text: second, columns: { place: {} } }
findings:
  found: { sql: findings/found.sql, from: [first], severity: note }
statuses: [ok]
report: { template: "report/{locale}.md" }
`
const messages = `
title: Small
question: What?
uses: [Look.]
limits: [Never.]
needs:
  people:
    title: People
    help: Rows
    forms: { counts: Counts }
    columns:
      place: { title: Place, help: Where }
      count: { title: Count, help: How many }
      whole: { title: Whole, help: Of how many }
params: { limit: { title: Limit, help: From } }
tables: { result: { title: Result, columns: { place: Place } } }
charts: { picture: { title: T, subtitle: S, alt: "{size, number}", foot: F, columns: { place: Place } } }
findings: { found: "{n, plural, one {# thing} other {# things}}" }
statuses: { ok: fine }
`
const template =
  '# Title\n\nSome words\nand more.\n\n- one\n- two\n\n{{block:findings}}\n\n{{block:picture}}\n\n{{block:table:result}}\n'

function files(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const all: Record<string, string | null> = {
    'pack.yaml': manifest,
    'sql/first.sql': 'select * from people where whole > $limit',
    'findings/found.sql': 'select count(*) as n from first',
    'charts/picture.json': '{"mark": "bar"}',
    ...Object.fromEntries(['cs', 'en', 'pl'].map((locale) => [`messages/${locale}.yaml`, messages])),
    ...Object.fromEntries(['cs', 'en', 'pl'].map((locale) => [`report/${locale}.md`, template])),
    'cases/one/case.yaml':
      'note: A case small enough to check by hand.\ninputs: { people: people.csv }\nexpect: {}\n',
    'cases/one/people.csv': 'place\nA\n',
    ...changes,
  }
  return new Map(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}

const faultsOf = (changes: Readonly<Record<string, string | null>>) => {
  const parsed = parsePack(files(changes))
  return parsed.ok ? [] : parsed.faults.map(({ code, path }) => `${code} ${path ?? ''}`)
}
const without = (text: string, part: string, instead = '') => {
  if (!text.includes(part)) throw new Error(`the test changes what is not there: ${part}`)
  return text.replace(part, instead)
}

test('a whole pack comes out resolved', () => {
  const parsed = parsePack(files())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const pack = parsed.value
  expect(pack.steps.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['first sql', 'second method'])
  expect(pack.steps[1]).toMatchObject({
    options: { as: { kind: 'value', value: 'gap' }, confidence: { kind: 'param', name: 'limit' } },
  })
  expect(pack.templates.en.map(({ kind }) => kind)).toEqual([
    'title',
    'paragraph',
    'list',
    'slot',
    'slot',
    'slot',
  ])
  expect(pack.messages.cs.get('needs.people.columns.place.title')).toBe('Place')
  expect(pack.cases.map(({ name }) => name)).toEqual(['one'])
})

describe('every fault says where', () => {
  test.each([
    ['no manifest', { 'pack.yaml': null }, ['pack.manifest-missing pack.yaml']],
    ['broken YAML', { 'pack.yaml': 'a: [1' }, [expect.stringMatching(/^pack\.yaml-invalid pack\.yaml:\d+$/)]],
    [
      'two keys alike',
      { 'pack.yaml': `${manifest}\nid: other\n` },
      [expect.stringContaining('pack.yaml-invalid')],
    ],
    [
      'a tag that asks for code',
      { 'pack.yaml': `${manifest}\ncite: !!js/function x\n` },
      [expect.stringContaining('pack.yaml-invalid')],
    ],
    ['unknown key', { 'pack.yaml': `${manifest}\ncolour: red\n` }, ['pack.key-unknown pack.yaml:colour']],
    [
      'unknown key in a step',
      { 'pack.yaml': without(manifest, 'with: {', 'colour: red, with: {') },
      ['pack.key-unknown pack.yaml:steps.second.colour'],
    ],
    [
      'wrong kind of value',
      { 'pack.yaml': without(manifest, 'max: 9', 'max: nine') },
      ['pack.value-wrong pack.yaml:params.limit.max'],
    ],
    [
      'wrong name',
      { 'pack.yaml': without(manifest, 'first: { sql', 'First-Step: { sql') },
      [expect.stringContaining('pack.name-invalid pack.yaml:steps.First-Step')],
    ],
    [
      'default outside',
      { 'pack.yaml': without(manifest, 'default: 3', 'default: 12') },
      ['pack.default-wrong pack.yaml:params.limit.default'],
    ],
    [
      'column that is not there',
      { 'pack.yaml': without(manifest, 'at_most: whole', 'at_most: all') },
      ['pack.name-unknown pack.yaml:needs.people.columns.count.at_most'],
    ],
    [
      'step that is not there',
      { 'pack.yaml': without(manifest, 'from: [first], with', 'from: [zeroth], with') },
      ['pack.name-unknown pack.yaml:steps.second.from'],
    ],
    [
      'parameter that is not there',
      { 'pack.yaml': without(manifest, 'confidence: $limit', 'confidence: $other') },
      ['pack.name-unknown pack.yaml:steps.second.with.confidence'],
    ],
    [
      'chart of nothing',
      { 'pack.yaml': without(manifest, 'data: first', 'data: none') },
      ['pack.name-unknown pack.yaml:charts.picture.data'],
    ],
    ['SQL file missing', { 'sql/first.sql': null }, ['pack.file-missing pack.yaml:steps.first.sql']],
    [
      'path that climbs out',
      { 'pack.yaml': without(manifest, 'sql/first.sql', '../first.sql') },
      ['pack.value-wrong pack.yaml:steps.first.sql'],
    ],
    [
      'circle of steps',
      {
        'pack.yaml': without(
          manifest,
          'first: { sql: sql/first.sql, from: [people]',
          'first: { sql: sql/first.sql, from: [second]',
        ),
      },
      ['pack.step-cycle pack.yaml:steps.first'],
    ],
    [
      'message missing',
      { 'messages/pl.yaml': without(messages, 'question: What?') },
      ['pack.message-missing messages/pl.yaml:question'],
    ],
    [
      'message broken',
      { 'messages/cs.yaml': without(messages, 'other {# things}}', 'other {# things}') },
      ['pack.message-invalid messages/cs.yaml:findings.found'],
    ],
    [
      'slot of one language only',
      { 'messages/cs.yaml': without(messages, '{size, number}', '{sise, number}') },
      ['pack.message-slot messages/cs.yaml:charts.picture.alt'],
    ],
    ['language missing', { 'messages/cs.yaml': null }, ['pack.file-missing messages/cs.yaml']],
    [
      'template block unknown',
      { 'report/cs.md': template.replace('picture', 'photo') },
      ['pack.name-unknown report/cs.md:11'],
    ],
    [
      'templates that differ',
      { 'report/pl.md': template.replace('{{block:picture}}', '') },
      ['pack.template-differs report/pl.md'],
    ],
    [
      'chart with data of its own',
      { 'charts/picture.json': '{"layer": [{"data": {"url": "https://x"}}]}' },
      ['pack.chart-forbidden charts/picture.json:layer.0.data'],
    ],
    ['chart that is no JSON', { 'charts/picture.json': '{' }, ['pack.chart-invalid charts/picture.json']],
    [
      'case without its file',
      { 'cases/one/people.csv': null },
      ['pack.file-missing cases/one/case.yaml:inputs'],
    ],
    [
      'case of another need',
      {
        'cases/one/case.yaml':
          'note: A case small enough to check by hand.\ninputs: { animals: people.csv }\nexpect: {}\n',
      },
      ['pack.name-unknown cases/one/case.yaml:inputs.animals'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(faultsOf(changes)).toEqual(expected)
  })
})

test('an alias bomb is refused, not unrolled', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level += 1)
    bomb.push(
      `${'abcdefghij'[level]}: &${'abcdefghij'[level]} [${Array(10)
        .fill(`*${'abcdefghij'[level - 1]}`)
        .join(', ')}]`,
    )
  expect(faultsOf({ 'pack.yaml': bomb.join('\n') })).toEqual(['pack.yaml-invalid pack.yaml'])
})

test('all faults come at once', () => {
  expect(
    faultsOf({ 'sql/first.sql': null, 'charts/picture.json': null, 'messages/en.yaml': null }),
  ).toHaveLength(3)
})

test('a chart does not hide a table behind its own rows', () => {
  const clash = without(manifest, 'result: { from: second,', 'first: { from: second,')
  expect(
    faultsOf({
      'pack.yaml': clash,
      ...Object.fromEntries(
        ['cs', 'en', 'pl'].map((locale) => [
          `messages/${locale}.yaml`,
          messages.replace('tables: { result', 'tables: { first'),
        ]),
      ),
      ...Object.fromEntries(
        ['cs', 'en', 'pl'].map((locale) => [
          `report/${locale}.md`,
          template.replace('table:result', 'table:first'),
        ]),
      ),
    }),
  ).toEqual(['pack.name-taken pack.yaml:charts.picture.data'])
})
