import { numberAt, type PublishedCase, type Reading, rowsWhere } from './case'

type Published = ReadonlyMap<string, Readonly<Record<string, number>>>

/** Published values of the same file, for counting how many of them come out within rounding. */
const kept: { values: Published } = { values: new Map() }

function readPublished(csv: string): Published {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const names = header.split(',')
  return new Map(
    lines.map((line) => {
      // Only names of countries are quoted, and they hold no published value.
      const cells = line.replace(/"[^"]*"/g, 'name').split(',')
      const numbers = names.flatMap((name, at): readonly (readonly [string, number])[] => {
        const cell = cells[at] ?? ''
        return cell === '' || Number.isNaN(Number(cell)) ? [] : [[name, Number(cell)]]
      })
      return [cells[0] ?? '', Object.fromEntries(numbers)] as const
    }),
  )
}

const published3 = ['hdi', 'gdi', 'gii', 'ihdi']
const columns: Readonly<Record<string, string>> = {
  hdi_f: 'hdi_women',
  hdi_m: 'hdi_men',
  coef: 'inequality_coefficient',
}

export const published: PublishedCase = {
  folder: 'human-development-undp',
  prepare: (read) => {
    kept.values = readPublished(read('data.csv'))
    return {}
  },
  runs: {
    all: {
      pack: 'human-development',
      inputs: { territories: 'data.csv' },
      bind: {
        'territories.territory': 'iso3',
        'territories.life_expectancy': 'le',
        'territories.expected_schooling': 'eys',
        'territories.mean_schooling': 'mys',
        'territories.income': 'gnipc',
        'territories.life_expectancy_women': 'le_f',
        'territories.life_expectancy_men': 'le_m',
        'territories.expected_schooling_women': 'eys_f',
        'territories.expected_schooling_men': 'eys_m',
        'territories.mean_schooling_women': 'mys_f',
        'territories.mean_schooling_men': 'mys_m',
        'territories.income_women': 'gni_pc_f',
        'territories.income_men': 'gni_pc_m',
        'territories.inequality_life': 'ineq_le',
        'territories.inequality_education': 'ineq_edu',
        'territories.inequality_income': 'ineq_inc',
        'territories.maternal_mortality': 'mmr',
        'territories.adolescent_births': 'abr',
        'territories.secondary_women': 'se_f',
        'territories.secondary_men': 'se_m',
        'territories.seats_women': 'pr_f',
        'territories.seats_men': 'pr_m',
        'territories.activity_women': 'lfpr_f',
        'territories.activity_men': 'lfpr_m',
      },
    },
  },
  numbers: ({ all }, ids) =>
    Object.fromEntries(
      ids.map((id): [string, Reading] => {
        const [index = '', part = ''] = id.split('_')
        if (published3.includes(index) && part === 'n') {
          const known = rowsWhere(all, 'indices').filter(
            ({ territory }) => kept.values.get(String(territory))?.[index] !== undefined,
          )
          if (!id.endsWith('match')) return [id, known.length]
          // GDI is a ratio of two rounded values there: its tolerance is a little wider, as in the expected numbers.
          const within = index === 'gdi' ? 0.0006 : 0.00051
          const right = known.filter((row) => {
            const value = row[index]
            const printed = kept.values.get(String(row['territory']))?.[index]
            return typeof value === 'number' && printed !== undefined && Math.abs(value - printed) <= within
          })
          return [id, right.length]
        }
        const territory = id.slice(-3)
        const name = id.slice(0, -4)
        return [id, numberAt(all, 'indices', columns[name] ?? name, { territory })]
      }),
    ),
}
