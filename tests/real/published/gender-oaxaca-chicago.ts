import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs } from './case'

const dummies = 'lths|some_college|college|advanced_degree'

const native: PublishedRun = {
  pack: 'pay-gap-decomposition',
  inputs: { workers: 'wages.csv' },
  bind: {
    'workers.group': 'foreign_born',
    'workers.outcome': 'real_wage',
    'workers.regressors': 'age,female,lths,some_college,college,advanced_degree',
  },
  params: { group_a: '0', reference: 'pooled', dummies },
}
/** Men against women, on the logarithm of the wage. */
const gender: PublishedRun = {
  pack: 'pay-gap-decomposition',
  inputs: { workers: 'data.csv' },
  bind: {
    'workers.group': 'female',
    'workers.outcome': 'ln_real_wage',
    'workers.regressors': 'age,foreign_born,lths,some_college,college,advanced_degree',
  },
  params: { group_a: '0', dummies },
}

/** The source's wage is the exponential of the column it ships. */
function withWage(csv: string): string {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const at = header.split(',').indexOf('ln_real_wage')
  const wage = (line: string) => {
    const log = line.split(',')[at] ?? ''
    return log === '' ? '' : String(Math.exp(Number(log)))
  }
  return [`${header},real_wage`, ...lines.map((line) => `${line},${wage(line)}`)].join('\n')
}

const gap: Readonly<Record<string, string>> = {
  nA: 'n_a',
  nB: 'n_b',
  yA: 'mean_a',
  yB: 'mean_b',
  ydiff: 'difference',
}
const references: Readonly<Record<string, string>> = {
  '0': 'group-b',
  '1': 'group-a',
  '0.5': 'equal',
  '0.430931': 'size',
  '-1': 'pooled',
  '-2': 'pooled-with-group',
}
const parts: Readonly<Record<string, string>> = {
  explained: 'explained',
  unexplained: 'unexplained',
  uA: 'unexplained_a',
  uB: 'unexplained_b',
}
const threefold = ['endowments', 'coefficients', 'interaction']

function read(id: string, { native: run, gender: log }: Runs): Reading {
  if (gap[id] !== undefined) return numberAt(run, 'gap', gap[id])
  if (threefold.includes(id)) return numberAt(run, 'threefold', 'estimate', { component: id })
  const two = /^two_([-.\d]+)_(\w+)$/.exec(id)
  if (two !== null)
    return numberAt(run, 'twofold', parts[two[2] ?? ''] ?? '', { reference: references[two[1] ?? ''] ?? '' })
  const detail = /^neumark_(uA|uB)_(\w+)$/.exec(id)
  if (detail !== null)
    return numberAt(run, 'by_variable', 'estimate', {
      variable: detail[2] ?? '',
      component: parts[detail[1] ?? ''] ?? '',
    })
  const pooled = /^pooled2_(\w+?)(_se)?$/.exec(id)
  if (pooled !== null)
    return numberAt(run, 'regressions', pooled[2] === undefined ? 'estimate' : 'se', {
      regression: 'pooled-with-group',
      term: (pooled[1] ?? '').toLowerCase(),
    })
  const difference = /^(x|b)diff_(\w+)$/.exec(id)
  if (difference !== null)
    return numberAt(
      run,
      'coefficients',
      difference[1] === 'x' ? 'mean_difference' : 'coefficient_difference',
      {
        variable: (difference[2] ?? '').toLowerCase(),
      },
    )
  const logged = /^gender_log_(\w+)$/.exec(id)?.[1] ?? ''
  if (logged === 'gap') return numberAt(log, 'gap', 'difference')
  if (threefold.includes(logged)) return numberAt(log, 'threefold', 'estimate', { component: logged })
  const named: Readonly<Record<string, string>> = {
    two_neumark_explained: 'pooled',
    two_jann_explained: 'pooled-with-group',
    two_w1_explained: 'group-a',
    two_w0_explained: 'group-b',
  }
  return numberAt(log, 'twofold', 'explained', { reference: named[logged] ?? '' })
}

export const published: PublishedCase = {
  folder: 'gender-oaxaca-chicago',
  runs: { native, gender },
  prepare: (file) => ({ 'wages.csv': withWage(file('data.csv')) }),
  numbers: (runs, ids) => Object.fromEntries(ids.map((id) => [id, read(id, runs)])),
}
