import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { needContents } from '../../analyses/model/pack-disclosure'
import { loadPacks } from '../../main/packs'

/** Every pack of ours says what of its results is built on persons or firms, relation by relation. */
const { packs, broken } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')])

test('every pack can be read', () => {
  expect(broken).toEqual([])
  expect(packs.length).toBeGreaterThan(20)
})

describe.each(packs.map((pack) => ({ id: pack.id, pack })))('$id', ({ pack }) => {
  const { manifest } = pack

  test('says what is built on persons or firms', () => {
    expect(manifest.disclosure).toBeDefined()
  })

  test('rows of single persons leave in no relation but as units', () => {
    const { needs = {}, relations = {} } = manifest.disclosure ?? {}
    const kinds = Object.values(needs).flatMap((content) =>
      typeof content === 'string' ? [content] : Object.values(content.is),
    )
    expect(kinds.every((kind) => needContents.includes(kind))).toBe(true)
    const named = Object.entries(manifest.needs).flatMap(([need, spec]) =>
      Object.entries(spec.columns)
        .filter(([, { role }]) => role === 'identifier')
        .map(([column]) => ({ need, column })),
    )
    for (const [relation, rule] of Object.entries(relations)) {
      const units = Object.entries(manifest.tables[relation]?.columns ?? {}).filter(
        ([column, { unit }]) => unit === 'code' && ['unit', 'treated_unit', 'control_unit'].includes(column),
      )
      if (units.length > 0 && named.length > 0)
        expect({ relation, rule }).toEqual({ relation, rule: 'units' })
    }
  })

  test('every number of persons in a table is the count of a cell', () => {
    const { needs = {}, relations = {} } = manifest.disclosure ?? {}
    const people = Object.values(needs).some((content) => content === 'persons' || content === 'counts')
    if (!people) return
    const loose = Object.entries(manifest.tables).flatMap(([table, { columns }]) => {
      const rule = relations[table]
      if (rule === undefined || typeof rule === 'string') return []
      const named = JSON.stringify(rule)
      return Object.entries(columns)
        .filter(([, { unit }]) => unit === 'persons')
        .filter(([column]) => !named.includes(`"${column}"`))
        .map(([column]) => `${table}.${column}`)
    })
    expect(loose).toEqual([])
  })
})
