import { describe, expect, it } from 'vitest'
import { bySex, countedRun, countingPack, protectedRuns, sexTable } from '../../tests/helpers/counted-run'
import type { RunRecord } from '../model/run-record'

const pack = countingPack({ people: bySex })
const places = { CZ010: [3, 40], CZ020: [20, 30], CZ031: [50, 60] } as const

describe('what is told of a protection', () => {
  it('counts what was hidden before it came, and knows no share of what it cannot count', () => {
    const rows = sexTable(places).map((row) =>
      row['territory'] === 'CZ010' && row['sex'] !== 'T' ? { ...row, n: null, status: 'suppressed' } : row,
    )
    const { summary } = protectedRuns([countedRun(pack, { people: rows })])
    expect(summary.primary).toBe(2)
    expect(summary.reasons['suppressed']).toBe(2)
    expect(summary.lost).toBeNull()
  })

  it('gives the same reasons when a protected table is protected once more', () => {
    const once = protectedRuns([countedRun(pack, { people: sexTable(places) })])
    const again = protectedRuns([countedRun(pack, { people: once.runs[0]?.record.tables['people'] ?? [] })])
    expect(Object.keys(once.summary.reasons)).toEqual(['hidden-complementary', 'hidden-small'])
    expect(again.summary.reasons).toEqual(once.summary.reasons)
  })
})

describe('findings over rows some of which are hidden', () => {
  const finding = (id: string, values: RunRecord['findings'][number]['values']) => ({
    ...{ id, values, severity: 'note' as const, text: '', key: id },
  })
  const counting = {
    ...pack,
    manifest: {
      ...pack.manifest,
      findings: Object.fromEntries(
        ['counts', 'quotes'].map((id) => [
          id,
          { sql: `findings/${id}.sql`, from: ['people'], uses: [], severity: 'note' as const, limit: 5 },
        ]),
      ),
    },
  }
  const told = (table: Parameters<typeof sexTable>[0]) =>
    protectedRuns([
      countedRun(
        counting as typeof pack,
        { people: sexTable(table) },
        {
          findings: [
            finding('counts', { clear: 1, of: 4 }),
            finding('quotes', { territory: 'CZ031', sex: 'F', n: 50 }),
          ] as unknown as RunRecord['findings'],
        },
      ),
    ]).runs[0]?.record.findings.map(({ id }) => id)

  it('do not leave where they count; a number that is shown may be quoted', () => {
    expect(told(places)).toEqual(['quotes'])
  })

  it('leave where nothing is hidden', () => {
    expect(told({ CZ010: [30, 40], CZ020: [20, 30], CZ031: [50, 60] })).toEqual(['counts', 'quotes'])
  })
})
