import { numberAt, type PublishedCase, type Runs, rowsWhere } from './case'

const areas = { 'values.territory': 'id', 'values.value': 'CRIME' }
const links = { 'neighbours.from': 'i', 'neighbours.to': 'j' }

let source = { data: '', links: '' }

const numbersOf = (text: string): readonly (readonly number[])[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))

/** Local Moran by its definition, from the case's own files: the whole list that only its greatest difference is printed of. */
function localMoran(): readonly number[] {
  const crime = numbersOf(source.data).map(([, , value = Number.NaN]) => value)
  const mean = crime.reduce((sum, value) => sum + value, 0) / crime.length
  const z = crime.map((value) => value - mean)
  const m2 = z.reduce((sum, value) => sum + value * value, 0) / z.length
  const pairs = numbersOf(source.links)
  return z.map((own, at) => {
    const around = pairs.filter(([from]) => from === at + 1).map(([, to = 0]) => z[to - 1] ?? Number.NaN)
    return (own * around.reduce((sum, value) => sum + value, 0)) / around.length / m2
  })
}

function greatestDifference({ gal }: Runs): number {
  const found = new Map(
    rowsWhere(gal, 'local', { statistic: 'moran' }).map(({ territory, value }) => [territory, value]),
  )
  return Math.max(...localMoran().map((value, at) => Math.abs(value - Number(found.get(String(at + 1))))))
}

const squared = (value: number | null) => (value === null ? null : value * value)

function locals({ gal }: Runs) {
  const at = (statistic: string, territory: string) =>
    numberAt(gal, 'local', 'value', { statistic, territory })
  return Object.fromEntries(
    ['1', '4', '20', '30', '49'].flatMap((territory) => [
      [`lisa_${territory}`, at('moran', territory)],
      [`G_${territory}`, at('getis_ord', territory)],
      [`Gstar_${territory}`, at('getis_ord_star', territory)],
    ]),
  )
}

function regressions({ gal }: Runs) {
  const estimate = (model: string, term: string) => numberAt(gal, 'regression', 'estimate', { model, term })
  const test = (name: string) => numberAt(gal, 'diagnostics', 'statistic', { test: name })
  const models = (['ols', 'lag', 'err'] as const).flatMap((id) => {
    const model = id === 'err' ? 'error' : id
    return [
      [`${id}_const`, estimate(model, 'constant')],
      [`${id}_INC`, estimate(model, 'inc')],
      [`${id}_HOVAL`, estimate(model, 'hoval')],
      [`${id}_loglik`, numberAt(gal, 'models', 'log_likelihood', { model })],
    ] as const
  })
  return {
    ...Object.fromEntries(models),
    lag_rho: estimate('lag', 'rho'),
    err_lambda: estimate('error', 'lambda'),
    resid_moran: test('moran-residuals'),
    LMerr: test('lm-error'),
    LMlag: test('lm-lag'),
    RLMerr: test('robust-lm-error'),
    RLMlag: test('robust-lm-lag'),
    SARMA: test('sarma'),
  }
}

export const spatialColumbus: PublishedCase = {
  folder: 'spatial-columbus',
  prepare: (read) => {
    source = { data: read('data.csv'), links: read('neighbours_gal.csv') }
    return {}
  },
  runs: {
    gal: {
      pack: 'spatial-autocorrelation',
      inputs: { values: 'data.csv', neighbours: 'neighbours_gal.csv' },
      bind: { ...areas, 'values.regressors': 'INC,HOVAL', ...links },
    },
    // The printed p values are one-sided.
    rook: {
      pack: 'spatial-autocorrelation',
      inputs: { values: 'data.csv', neighbours: 'neighbours_rook.csv' },
      bind: { ...areas, ...links },
      params: { alternative: 'positive' },
    },
  },
  numbers: (runs) => {
    const at = (run: string, statistic: string, column: string) =>
      numberAt(runs[run], 'global', column, { statistic })
    return {
      moran_I: at('gal', 'moran', 'value'),
      moran_E: at('gal', 'moran', 'expected'),
      moran_var_rand: squared(at('gal', 'moran', 'sd_randomisation')),
      moran_var_norm: squared(at('gal', 'moran', 'sd_normal')),
      moran_z_rand: at('gal', 'moran', 'z_randomisation'),
      moran_z_norm: at('gal', 'moran', 'z_normal'),
      geary_C: at('gal', 'geary', 'value'),
      geary_var_rand: squared(at('gal', 'geary', 'sd_randomisation')),
      geary_rook_C: at('rook', 'geary', 'value'),
      geary_rook_VC_norm: squared(at('rook', 'geary', 'sd_normal')),
      geary_rook_VC_rand: squared(at('rook', 'geary', 'sd_randomisation')),
      geary_rook_z_norm: at('rook', 'geary', 'z_normal'),
      geary_rook_z_rand: at('rook', 'geary', 'z_randomisation'),
      geary_rook_p_norm: at('rook', 'geary', 'p_normal'),
      geary_rook_p_rand: at('rook', 'geary', 'p_randomisation'),
      moran_rook_I: at('rook', 'moran', 'value'),
      globalG: at('gal', 'getis_ord', 'value'),
      globalG_E: at('gal', 'getis_ord', 'expected'),
      globalG_var: squared(at('gal', 'getis_ord', 'sd_randomisation')),
      lisa_max_abs_diff: greatestDifference(runs),
      ...locals(runs),
      ...regressions(runs),
    }
  },
}
