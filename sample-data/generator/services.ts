import type { District, Region } from './geography'
import { apportion, clamp } from './numeric'
import { SEXES, type Sex } from './population'
import { randomStream } from './random'
import { at } from './voronoi'
import type { Cell } from './write'

export const FEATURES = [
  'online_podani',
  'elektronicka_identita',
  'elektronicka_platba',
  'sledovani_stavu',
  'predvyplneni_udaju',
  'mobilni_verze',
  'pristupnost_wcag',
  'jiny_jazyk',
] as const

/** Code, name, requests a year per 1,000 inhabitants, women's share of requests. */
const SERVICES: readonly (readonly [string, string, number, number])[] = [
  ['S01', 'Přihlášení k trvalému pobytu', 42, 0.53],
  ['S02', 'Občanský průkaz', 96, 0.5],
  ['S03', 'Cestovní doklad', 61, 0.51],
  ['S04', 'Řidičský průkaz', 48, 0.42],
  ['S05', 'Registrace vozidla', 57, 0.29],
  ['S06', 'Poplatek za odpady', 210, 0.56],
  ['S07', 'Poplatek ze psů', 35, 0.54],
  ['S08', 'Zápis do mateřské školy', 11, 0.82],
  ['S09', 'Zápis do základní školy', 10, 0.79],
  ['S10', 'Přídavek na dítě', 18, 0.85],
  ['S11', 'Rodičovský příspěvek', 13, 0.91],
  ['S12', 'Příspěvek na péči', 16, 0.71],
  ['S13', 'Příspěvek na bydlení', 22, 0.66],
  ['S14', 'Stavební povolení', 9, 0.31],
  ['S15', 'Územně plánovací informace', 7, 0.34],
  ['S16', 'Živnostenské oprávnění', 12, 0.38],
  ['S17', 'Povolení záboru prostranství', 4, 0.27],
  ['S18', 'Rybářský lístek', 9, 0.08],
  ['S19', 'Matriční doklad', 21, 0.61],
  ['S20', 'Ověření podpisu', 74, 0.52],
  ['S21', 'Parkovací oprávnění', 26, 0.44],
  ['S22', 'Hlášení závady', 31, 0.47],
  ['S23', 'Dotace spolkům', 3, 0.49],
  ['S24', 'Závoz obědů pro seniory', 6, 0.63],
]

const CHANNELS = ['prepazka', 'posta', 'telefon', 'online'] as const
const YEARS = [2021, 2022, 2023] as const

export interface Services {
  readonly catalogue: readonly Cell[][]
  readonly transactions: readonly Cell[][]
}

/** Which features a district office offers for each service, and how many requests came by channel and sex. */
export function makeServices(
  region: Region,
  inhabitants: (district: District) => number,
  seed: number,
): Services {
  const catalogue: Cell[][] = []
  const transactions: Cell[][] = []
  for (const district of region.districts) {
    const random = randomStream(seed, `services/${district.code}`)
    const readiness = clamp(0.5 + 0.16 * random.normal() + (district.index === 0 ? 0.2 : 0), 0.15, 0.85)
    for (const [code, name, perThousand, womenShare] of SERVICES) {
      const features = offered(readiness, () => random.next())
      catalogue.push([district.code, code, name, ...features, 'SYN'])
      for (const [since, year] of YEARS.entries()) {
        const expected = (inhabitants(district) * perThousand) / 1000
        const total = Math.round(expected * (1 + 0.06 * random.normal()))
        const [women = 0, men = 0] = apportion(total, [womenShare, 1 - womenShare])
        for (const sex of SEXES) {
          const online = onlineShare(features, sex, since, 0.03 * random.normal())
          const counts = apportion(sex === 'F' ? women : men, [...channelWeights(online)])
          CHANNELS.forEach((channel, index) => {
            transactions.push([district.code, code, year, channel, sex, at(counts, index), 'SYN'])
          })
        }
      }
    }
  }
  return { catalogue, transactions }
}

/** Without an online form nothing else can be offered but the mobile page, accessibility and languages. */
function offered(readiness: number, draw: () => number): number[] {
  const online = draw() < readiness + 0.15
  return FEATURES.map((feature) => {
    if (feature === 'online_podani') return online ? 1 : 0
    const independent =
      feature === 'mobilni_verze' || feature === 'pristupnost_wcag' || feature === 'jiny_jazyk'
    const chance = feature === 'jiny_jazyk' ? readiness * 0.3 : readiness
    return (online || independent) && draw() < chance ? 1 : 0
  })
}

/** Women use the online channel a little less where it needs an electronic identity, and a little more elsewhere. */
function onlineShare(features: readonly number[], sex: Sex, since: number, noise: number): number {
  if (features[0] === 0) return 0
  const extras = features.reduce((sum, feature) => sum + feature, 0) - 1
  const identity = features[1] === 1 ? -0.045 : 0.02
  return clamp(0.16 + 0.045 * extras + 0.05 * since + (sex === 'F' ? identity : 0) + noise, 0.02, 0.92)
}

const channelWeights = (online: number): readonly number[] => [
  (1 - online) * 0.78,
  (1 - online) * 0.13,
  (1 - online) * 0.09,
  online,
]
