import type { Region } from './geography'
import { apportion } from './numeric'
import { AGE_BANDS, type PeopleCell, SEXES } from './population'
import { randomStream } from './random'
import { at } from './voronoi'
import type { Cell } from './write'

const YEARS = [2021, 2022, 2023] as const
const VOTING_AGES = AGE_BANDS.filter((age) => age !== 'Y0-14')

/** Name, theme, cost in thousand CZK, pull on women (1 = as on men), pull from the youngest to the oldest. */
const PROJECTS: readonly (readonly [string, string, number, number, number])[] = [
  ['Osvětlení cesty k nádraží', 'bezpecnost', 780, 1.6, 1],
  ['Hřiště U Tří bludiček', 'deti', 1450, 1.7, 0.7],
  ['Workout u Mžitky', 'sport', 620, 0.5, 0.4],
  ['Přechod u školy', 'bezpecnost', 540, 1.5, 0.9],
  ['Komunitní zahrada', 'zelen', 390, 1.4, 1.3],
  ['Skatepark pod mostem', 'sport', 1900, 0.6, 0.2],
  ['Lavičky pro seniory', 'verejny-prostor', 260, 1.2, 3.2],
  ['Stromy na Šotkově náměstí', 'zelen', 880, 1.2, 1.5],
  ['Cyklostojany u úřadů', 'doprava', 310, 0.8, 0.7],
  ['Dětská skupina v knihovně', 'deti', 990, 1.9, 0.6],
  ['Bezbariérový vstup do kina', 'verejny-prostor', 720, 1.1, 2.1],
  ['Psí park', 'verejny-prostor', 450, 1.2, 1],
]

/** Votes in the regional city: one vote each, never more than there are inhabitants of that sex and age. */
export function makeVotes(region: Region, people: readonly PeopleCell[], seed: number): Cell[][] {
  const inCity = people.filter(({ municipality }) => municipality.code === region.city.code)
  const random = randomStream(seed, 'votes')
  return YEARS.flatMap((year, since) => {
    const projects = random.shuffle(PROJECTS).slice(0, 9 + since)
    const appeal = projects.map(() => 0.4 + random.next())
    const cells = SEXES.flatMap((sex) =>
      VOTING_AGES.map((age, ageIndex) => {
        const eligible =
          inCity.find((cell) => cell.year === year && cell.sex === sex && cell.age === age)?.population ?? 0
        const turnout =
          (0.05 + 0.012 * since) * (sex === 'F' ? 1.18 : 1) * at([0.8, 1.3, 1.5, 1.1, 0.9, 0.6], ageIndex)
        const weights = projects.map(([, , , women, old], index) => {
          const byAge = 1 + ((old - 1) * ageIndex) / (VOTING_AGES.length - 1)
          return at(appeal, index) * (sex === 'F' ? women : 1) * byAge
        })
        return { sex, age, eligible, votes: apportion(Math.round(eligible * turnout), weights) }
      }),
    )
    return projects.flatMap(([name, theme, cost], index) =>
      cells.map(({ sex, age, eligible, votes }): Cell[] => {
        const project = `${year}-${String(index + 1).padStart(2, '0')}`
        return [
          region.city.code,
          year,
          project,
          name,
          theme,
          cost,
          sex,
          age,
          at(votes, index),
          eligible,
          'SYN',
        ]
      }),
    )
  })
}
