import { expect, test } from 'vitest'
import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import { builtInCodeLists } from '../../../analyses/reference/territories'
import { codeLevels } from './code-levels'
import { judgeColumn } from './judge-column'
import { levelSql, levelsOfValues } from './level-column'

const judge = (
  name: string,
  texts: readonly string[],
  {
    type = 'text',
    role = 'category',
    labels,
  }: { type?: ColumnType; role?: ColumnRole; labels?: Readonly<Record<string, string>> } = {},
) =>
  judgeColumn(
    {
      name,
      type,
      role,
      values: texts.map((value) => ({ value, rows: 2 })),
      labels: labels === undefined ? null : new Map(Object.entries(labels)),
    },
    builtInCodeLists,
  )
const codes = (judged: ReturnType<typeof judge>) => judged.findings.map(({ code }) => code)

test('sex: totals by name, digits asked, labels settle them', () => {
  expect(judge('sex', ['F', 'M', 'T'])).toMatchObject({
    role: 'sex',
    totals: [{ value: 'T', by: 'name', rows: 2 }],
    findings: [],
  })
  expect(codes(judge('pohlavi', ['1', '2'], { type: 'code' }))).toEqual(['column.sex-digits'])
  const labelled = judge('sexistat1', ['1', '2', '9'], {
    type: 'code',
    labels: { 1: 'males', 2: 'females', 9: 'total' },
  })
  expect(labelled).toMatchObject({
    evidence: { by: 'labels', codes: { 1: 'M', 2: 'F', 9: 'T' } },
    totals: [{ value: '9' }],
    findings: [],
  })
})

test('territory: mixed levels, unknown codes, mixed editions, open lists', () => {
  expect(codes(judge('geo', ['CZ', 'CZ0', 'CZ01']))).toEqual(['column.mixed-levels'])
  expect(judge('geo', ['CZ01', 'CZ02', 'CZ03', 'CZ99'])).toMatchObject({
    role: 'territory',
    evidence: { codeList: 'nuts', matched: 3, judged: 4, unmatched: ['CZ99'] },
    findings: [{ code: 'column.codes-unmatched', count: 1 }],
  })
  expect(codes(judge('geo', ['PL11', 'PL71', 'PL72', 'PL81', 'CZ01']))).toEqual(['column.mixed-editions'])
  expect(judge('kod_uzemi', ['6201', '6202', '6203'], { type: 'code' })).toMatchObject({
    findings: [{ code: 'column.code-list-open', subject: 'cz-orp/csu' }],
  })
  expect(judge('okres', ['Brno-venkov', 'Třebíč'], { role: 'territory' })).toMatchObject({
    role: 'territory',
    evidence: { by: 'name', matched: 0 },
  })
  expect(judge('nazev_okresu', ['Brno-venkov', 'Třebíč'], { role: 'territory' }).role).toBe('category')
})

test('period: frequency, and lengths mixed in one column', () => {
  expect(judge('rok', ['2020', '2021'], { type: 'integer', role: 'period' })).toMatchObject({
    evidence: { frequencies: ['A'] },
    findings: [],
  })
  expect(judge('obdobi', ['2023', '2023-Q1', '2023-Q2'])).toMatchObject({
    role: 'period',
    findings: [{ code: 'column.mixed-frequencies', subject: 'A, Q' }],
  })
  expect(judge('ctvrtleti', ['1. čtvrtletí 2023', '2. čtvrtletí 2023']).role).toBe('period')
})

test('age: bands beside their parts and the total', () => {
  expect(judge('vek', ['Ogółem', '0-4 lat', '0', '1', '5-9 lat'])).toMatchObject({
    role: 'age',
    totals: [{ value: 'Ogółem' }],
    evidence: { levels: { 1: 2, 2: 2 } },
    findings: [{ code: 'column.mixed-levels' }],
  })
  expect(judge('skupina', ['0-14', '15-64', '65+'])).toMatchObject({ role: 'age', findings: [] })
  const single = Array.from({ length: 30 }, (_, i) => String(i))
  const bands = ['0-4 lat', '5-9', '10-14', '15-19', '20-24', '25-29']
  expect(judge('specification', ['Dolnośląskie', ...single, ...bands])).toMatchObject({
    role: 'age',
    evidence: { levels: { 1: 6, 2: 30 }, unmatched: ['Dolnośląskie'] },
  })
  expect(judge('specification', ['Dolnośląskie', ...single]).role).toBe('category')
  expect(judge('cislo', ['1', '2', '3'], { type: 'integer', role: 'measure' }).role).toBe('measure')
})

test('categories: a total by name, trees of codes', () => {
  expect(judge('obor', ['A', 'B', 'Celkem'])).toMatchObject({
    role: 'category',
    totals: [{ value: 'Celkem', by: 'name' }],
  })
  expect(judge('nace_r2', ['TOTAL', 'A', 'B', 'C', 'C10', 'C11'])).toMatchObject({
    totals: [{ value: 'TOTAL' }],
    evidence: { levels: { section: 3, division: 2 } },
    findings: [{ code: 'column.mixed-levels' }],
  })
  expect(codeLevels(['S1', 'S2', 'S10', 'S12', 'S100', 'S20'], 'sensor')).toBeNull()
  expect(codeLevels(['1', '2', '10', '11', '12', '21'], 'cislo')).toBeNull()
  expect(codeLevels(['1', '11', '111', '112', '12'], 'isco')?.map((level) => level.codes.length)).toEqual([
    1, 2, 2,
  ])
})

test('the level of every value, and as SQL', () => {
  const levels = levelsOfValues({ name: 'geo', role: 'territory' }, ['CZ', 'CZ0', 'CZ01', 'CZ010', 'XX9'])
  expect([...(levels ?? [])]).toEqual([
    ['CZ', 'country'],
    ['CZ0', 'nuts1'],
    ['CZ01', 'nuts2'],
    ['CZ010', 'nuts3'],
  ])
  expect(
    levelSql(
      'g"o',
      new Map([
        ["it's", 'a'],
        ['b', 'a'],
        ['c', 'd'],
      ]),
    ),
  ).toBe(
    `case when trim(cast("g""o" as varchar)) in ('it''s', 'b') then 'a' when trim(cast("g""o" as varchar)) in ('c') then 'd' end`,
  )
  expect([...(levelsOfValues({ name: 'vek', role: 'age' }, ['TOTAL', 'Y15-64', 'Y15-24']) ?? [])]).toEqual([
    ['TOTAL', 'total'],
    ['Y15-64', '1'],
    ['Y15-24', '2'],
  ])
})

test('codes of another edition stand apart, and the list that was chosen gives the levels', () => {
  const mixed = levelsOfValues({ name: 'geo', role: 'territory' }, ['PL71', 'PL72', 'PL81', 'CZ01', 'PL11'])
  expect(mixed?.get('PL81')).toBe('nuts2')
  expect(mixed?.get('PL11')).toMatch(/^nuts2\/20(?:10|13)$/)
  const evidence = { by: 'said' as const, judged: 2, matched: 2, unmatched: [], codeList: 'cz-orp/csu' }
  const said = levelsOfValues({ name: 'uzemi', role: 'territory', evidence }, ['6201', '6202'])
  expect([...new Set(said?.values())]).toEqual(['orp'])
})
