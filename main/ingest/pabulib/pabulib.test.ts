import { afterAll, expect, test } from 'vitest'
import { faultOf, importFolder } from '../../../tests/helpers/import-files'
import { readTables } from '../../../tests/helpers/read-delimited'
import { pabulibFormat } from './format'

const files = importFolder()
afterAll(() => files.remove())

const votes = Array.from(
  { length: 12 },
  (_, i) => `${100 + i};${20 + i};${i % 2 === 0 ? 'F' : 'M'};internet;1,2`,
)
const budget = (stated: number) =>
  [
    'META',
    'key;value',
    'description;Fictional district',
    'num_projects;2',
    `num_votes;${stated}`,
    'date_begin;14.06.2016',
    '',
    'PROJECTS',
    'project_id;cost;category;votes;name;selected',
    '1;5100;sport,health;7;Hala „Orzeł” 5" sieci;1',
    '2;83000;education;5;VOTES dla wszystkich;0',
    'VOTES',
    'voter_id;age;sex;voting_method;vote',
    ...votes,
    '',
  ].join('\n')

test('three tables, each with its own columns and counts', async () => {
  const [meta, projects, found] = await readTables(files.write('a.pb', budget(12)), {}, pabulibFormat)
  expect(meta?.rowCounts).toEqual({ read: 5, loaded: 4, rejected: 0, preamble: 1, footer: 0 })
  expect(projects?.header).toEqual(['project_id', 'cost', 'category', 'votes', 'name', 'selected'])
  expect(projects?.rows[0]).toEqual(['1', '5100', 'sport,health', '7', 'Hala „Orzeł” 5" sieci', '1'])
  expect(projects?.lines).toEqual([10, 11])
  expect(found?.table).toMatchObject({ id: 'VOTES', suffix: 'votes' })
  expect(found?.rowCounts).toEqual({ read: 13, loaded: 12, rejected: 0, preamble: 1, footer: 0 })
  expect(found?.counts.problems).toEqual([])
})

test('what META states and the file does not hold is a problem, and what the file holds is loaded', async () => {
  const [, , found] = await readTables(files.write('b.pb', budget(13)), {}, pabulibFormat)
  expect(found?.rows).toHaveLength(12)
  expect(found?.counts.problems).toEqual([
    { code: 'pabulib.count-differs', count: 12, example_line: null, subject: 'num_votes 13' },
  ])
})

test('a file that was cut off before its votes is refused', async () => {
  const path = files.write('c.pb', budget(12).split('VOTES\n')[0] ?? '')
  expect(await faultOf(readTables(path, {}, pabulibFormat))).toMatchObject({
    code: 'import.no-pabulib-votes',
    values: { section: 'VOTES' },
  })
})
