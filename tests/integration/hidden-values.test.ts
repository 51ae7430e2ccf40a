import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pack } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import { plantedCells } from '../helpers/planted-cells'
import {
  searchedFormats as formats,
  numbersOf,
  type PlantedRun,
  plantedProject,
  protectOne,
  takenOut,
} from '../helpers/planted-exports'
import { findSecrets } from '../helpers/search-bytes'
import { subtract } from '../helpers/subtract-attack'

const project = await plantedProject('hidden-values')
afterAll(() => project.close())

describe.each(plantedCells.map((planted) => ({ title: `${planted.pack}, ${planted.name}`, planted })))(
  '$title',
  ({ planted }) => {
    let made: PlantedRun
    let safe: RunRecord
    let secrets: readonly number[]
    beforeAll(async () => {
      made = await project.run(planted)
      safe = (await protectOne(made)).record
      secrets = [...planted.secrets, ...takenOut(made.record, safe)]
    }, 120_000)

    test('cells were hidden', () => {
      expect(safe.disclosure?.primary).toBeGreaterThan(0)
      expect(secrets.length).toBeGreaterThan(planted.secrets.length)
    })

    test.each(formats)(
      'no hidden value is in any byte: %s',
      async (format) => {
        const parts = await project.readable(made.pack, safe, format)
        expect(findSecrets(parts, secrets, numbersOf(safe)).slice(0, 20)).toEqual([])
      },
      120_000,
    )

    test('none can be subtracted', () => {
      expect(subtract(safe, planted.secrets)).toEqual([])
    })
  },
)

/** Without protection the same search must find the same secrets, or it looks in the wrong places. */
describe.each(['gender-pay-gap', 'specialisation'])('the search finds what was not hidden: %s', (id) => {
  const planted = plantedCells.find(({ pack }) => pack === id)
  if (planted === undefined) throw new Error(id)
  let pack: Pack
  let open: RunRecord
  beforeAll(async () => {
    const made = await project.run(planted)
    const { disclosure } = await protectOne(made)
    pack = made.pack
    open = { ...made.record, disclosure }
  }, 120_000)

  test.each(formats.filter((format) => format !== 'svg'))(
    '%s',
    async (format) => {
      const found = findSecrets(await project.readable(pack, open, format), planted.secrets)
      expect(found.length).toBeGreaterThan(0)
      // What a report keeps of itself, packed, is searched as well.
      if (['html', 'docx', 'xlsx'].includes(format)) {
        expect(found.filter(({ path }) => path.includes('!base64-'))).not.toEqual([])
      }
      if (format === 'pdf') expect(found.filter(({ path }) => path.includes('!stream-'))).not.toEqual([])
      // Pages round to a few digits; cells of a workbook are whole.
      if (format === 'xlsx') expect(found.filter(({ path }) => !path.includes('!base64-'))).not.toEqual([])
    },
    120_000,
  )

  test('subtracting', () => {
    expect(subtract(open, planted.secrets)).not.toEqual([])
  })
})
