import { describe, expect, it } from 'vitest'
import { bySex, countedRun, countingPack, protectedRuns, sexTable } from '../../tests/helpers/counted-run'
import { seededRandom } from '../methods/core/random'
import type { Row } from '../model/table'

/**
 * The attacker of this test shares no code with the protection: he tries every whole number for every place and keeps
 * those that agree with all that is printed.
 */
const MOST = 45
/** A pair of sums as one number. */
const WIDE = 1000

type Place = readonly [women: number, men: number]
type Printed = ReadonlyMap<string, number>

const printedIn = (rows: readonly Row[]): Printed =>
  new Map(
    rows.flatMap(({ territory, sex, n }) =>
      typeof n === 'number' ? [[`${territory} ${sex}`, n] as const] : [],
    ),
  )

const agrees = (printed: Printed, name: string, value: number): boolean =>
  (printed.get(name) ?? value) === value

function placesOf(printed: Printed, territory: string): readonly Place[] {
  const found: Place[] = []
  for (let women = 0; women <= MOST; women += 1)
    for (let men = 0; men <= MOST; men += 1)
      if (
        agrees(printed, `${territory} F`, women) &&
        agrees(printed, `${territory} M`, men) &&
        agrees(printed, `${territory} T`, women + men)
      )
        found.push([women, men])
  return found
}

/** Every value the attacker cannot exclude for the women, the men and both of one place. */
function possible(
  printed: Printed,
  territories: readonly string[],
  asked: string,
): Record<string, Set<number>> {
  let sums = new Set([0])
  for (const territory of territories.filter((one) => one !== asked)) {
    const next = new Set<number>()
    const options = placesOf(printed, territory)
    for (const sum of sums) for (const [f, m] of options) next.add(sum + f * WIDE + m)
    sums = next
  }
  const found = { F: new Set<number>(), M: new Set<number>(), T: new Set<number>() }
  for (const [f, m] of placesOf(printed, asked)) {
    const fits = [...sums].some((sum) => {
      const [women, men] = [Math.floor(sum / WIDE), sum % WIDE]
      return (
        agrees(printed, 'all F', women + f) &&
        agrees(printed, 'all M', men + m) &&
        agrees(printed, 'all T', women + men + f + m)
      )
    })
    if (!fits) continue
    found.F.add(f)
    found.M.add(m)
    found.T.add(f + m)
  }
  return found
}

const pack = countingPack({ people: bySex })

function randomPlaces(seed: number): Record<string, readonly [number, number]> {
  const random = seededRandom(seed).uniform
  const whole = (below: number) => Math.floor(random() * below)
  const count = () => (random() < 0.3 ? whole(4) : whole(22))
  const many = 1 + whole(3)
  return Object.fromEntries(
    Array.from({ length: many }, (_, at) => [`P${at + 1}x`, [count(), count()] as const]),
  )
}

describe('no hidden number can be worked out', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))('in the random table %i', (seed) => {
    const places = randomPlaces(seed)
    const exact = sexTable(places)
    const { runs, summary } = protectedRuns([countedRun(pack, { people: exact })], { minimum: 4 })
    const rows = runs[0]?.record.tables['people'] ?? []
    const printed = printedIn(rows)
    const names = Object.keys(places)
    // Nothing that is printed is small, and nothing that is printed was changed.
    for (const [at, row] of exact.entries()) {
      const n = Number(row['n'])
      if (n > 0 && n < 4) expect(rows[at]?.['n'], `${row['territory']} ${row['sex']}`).toBeNull()
      if (rows[at]?.['n'] !== null) expect(rows[at]?.['n']).toBe(n)
    }
    for (const territory of names) {
      const values = possible(printed, names, territory)
      const [women, men] = places[territory] ?? [0, 0]
      for (const [sex, n] of Object.entries({ F: women, M: men, T: women + men })) {
        expect(values[sex]?.has(n), `${territory} ${sex} is possible`).toBe(true)
        if (n > 0 && n < 4) expect(values[sex]?.size, `${territory} ${sex} of ${n}`).toBeGreaterThan(1)
      }
    }
    expect(summary.audit.protected).toBeGreaterThanOrEqual(summary.primary === 0 ? 0 : 1)
    // Who reads that fewer stayed uncertain than were attacked takes the report for unsafe.
    expect(summary.audit.protected).toBe(summary.audit.attacked)
  })

  it('whatever the order of rows, and when protected once more', () => {
    for (let seed = 100; seed < 108; seed += 1) {
      const rows = sexTable(randomPlaces(seed))
      const once =
        protectedRuns([countedRun(pack, { people: rows })], { minimum: 4 }).runs[0]?.record.tables[
          'people'
        ] ?? []
      const turned = protectedRuns([countedRun(pack, { people: rows.toReversed() })], { minimum: 4 }).runs[0]
      expect(turned?.record.tables['people']?.toReversed()).toEqual(once)
      const twice = protectedRuns([countedRun(pack, { people: once })], { minimum: 4 }).runs[0]
      expect(twice?.record.tables['people']).toEqual(once)
    }
  })
})
