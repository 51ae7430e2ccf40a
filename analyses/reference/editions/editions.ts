import equality from './gender-equality.json'
import development from './human-development.json'

/** What changes from edition to edition of a published index: data with their source, never constants in code. */
export interface GenderEqualityEdition {
  readonly id: string
  /** Weight of each domain. */
  readonly weights: Readonly<Record<string, number>>
  /** Names under which a domain is met, in plain form. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Indicator -> domain and sub-domain. */
  readonly indicators: ReadonlyMap<string, { readonly domain: string; readonly subdomain: string }>
}

export type Goalposts = readonly [number, number]

export interface HumanDevelopmentEdition {
  readonly id: string
  readonly life: Goalposts
  readonly lifeWomen: Goalposts
  readonly lifeMen: Goalposts
  readonly expectedSchooling: Goalposts
  readonly meanSchooling: Goalposts
  readonly income: Goalposts
  readonly maternalMortality: Goalposts
  readonly leastSeats: number
}

const pair = ([low = 0, high = 1]: readonly number[]): Goalposts => [low, high]

export const genderEqualityEditions: ReadonlyMap<string, GenderEqualityEdition> = new Map(
  equality.editions.map(({ id, weights, names, indicators }) => [
    id,
    {
      id,
      weights,
      names,
      indicators: new Map(
        Object.entries<readonly string[]>(indicators).map(([indicator, [domain = '', subdomain = '']]) => [
          indicator,
          { domain, subdomain },
        ]),
      ),
    },
  ]),
)

export const humanDevelopmentEditions: ReadonlyMap<string, HumanDevelopmentEdition> = new Map(
  development.editions.map((edition) => [
    edition.id,
    {
      id: edition.id,
      life: pair(edition.life),
      lifeWomen: pair(edition.life_women),
      lifeMen: pair(edition.life_men),
      expectedSchooling: pair(edition.expected_schooling),
      meanSchooling: pair(edition.mean_schooling),
      income: pair(edition.income),
      maternalMortality: pair(edition.maternal_mortality),
      leastSeats: edition.least_seats,
    },
  ]),
)
