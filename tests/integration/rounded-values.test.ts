import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { disclosureRulesSchema } from '../../analyses/model/disclosure'
import type { RunRecord } from '../../analyses/model/run-record'
import { plantedCells } from '../helpers/planted-cells'
import { numbersOf, type PlantedRun, plantedProject, protectOne, takenOut } from '../helpers/planted-exports'
import { findSecrets } from '../helpers/search-bytes'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const project = await plantedProject('rounded-values')
afterAll(() => project.close())
const rules = disclosureRulesSchema.parse({ treatment: { kind: 'round', base: 5 } })

/** Counts of the planted data have fractions, so a whole number of five digits is a mean or a sum in its steps. */
const isStep = (value: number): boolean => Math.abs(value) >= 1000

describe.each(plantedCells.map((planted) => ({ title: `${planted.pack}, ${planted.name}`, planted })))(
  '$title',
  ({ planted }) => {
    let made: PlantedRun
    let safe: RunRecord
    beforeAll(async () => {
      made = await project.run(planted)
      safe = (await protectOne(made, rules)).record
    })

    test('counts are multiples, sums agree, and no count is known to fewer values than the base', () => {
      expect(safe.disclosure?.rules).toMatchObject({ treatment: 'round', base: 5 })
      const { rounding } = safe.disclosure ?? {}
      expect(rounding?.additive).toBe(true)
      // A count with a fraction may lie as good as a whole step away.
      expect([4, 5]).toContain(rounding?.reach)
      expect(rounding?.width).toBeGreaterThanOrEqual(5)
      const { relations = {} } = made.pack.manifest.disclosure ?? {}
      const counts = Object.entries(relations).flatMap(([name, rule]) =>
        typeof rule === 'object' && 'cells' in rule
          ? (safe.tables[name] ?? []).flatMap((row) => rule.cells.map(({ count = '' }) => row[count]))
          : [],
      )
      for (const count of counts) if (typeof count === 'number') expect(count % 5).toBe(0)
    })

    test.each(['html', 'xlsx', 'csv'] as const)('no exact number is in any byte: %s', async (format) => {
      const read = await project.readable(made.pack, safe, format)
      // Two cells beside each other are no number with a decimal comma.
      const parts =
        format === 'csv' ? read.map((part) => ({ ...part, text: part.text.replaceAll(',', '\n') })) : read
      const secrets = [...planted.secrets, ...takenOut(made.record, safe).filter((value) => !isStep(value))]
      expect(findSecrets(parts, secrets, numbersOf(safe)).slice(0, 20)).toEqual([])
    })
  },
)
