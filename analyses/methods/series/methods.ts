import {
  anyList,
  anyText,
  between,
  defineMethod,
  flag,
  type Method,
  oneOf,
  orNone,
  wholeBetween,
} from '../core/define-method'
import { independentDifference, type Judged } from './independent-difference'
import { type InterruptedOptions, interruptedTimeSeries } from './interrupted'
import type { SeriesRow } from './sample'

/** Ten years of months, a level that falls by about 8 in the middle. */
const exampleRows: readonly SeriesRow[] = Array.from({ length: 120 }, (_, i) => ({
  period: `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  value: 60 + i * 0.1 + ((i * 37) % 11) - (i >= 60 ? 8 : 0),
  exposure: null,
  control: false,
}))

export const interruptedMethod = defineMethod<readonly SeriesRow[], InterruptedOptions>({
  id: 'series/interrupted',
  version: 1,
  cites: ['wagner-2002', 'bernal-2017', 'linden-2015', 'newey-west-1987', 'prais-winsten-1954'],
  options: {
    intervention: anyText(),
    family: oneOf('gaussian', 'poisson', 'quasipoisson'),
    season: anyText(),
    season_length: orNone(between(2, 1000)),
    errors: anyText(),
    slope_change: flag(),
    phase_in: wholeBetween(0, 24),
    other_events: anyList(),
    horizons: anyList(),
    confidence: between(0.5, 0.999),
    minimum: wholeBetween(3, 50),
    control_design: oneOf('auto', 'difference', 'ratio', 'comparison'),
  },
  example: {
    data: exampleRows,
    options: {
      intervention: '2019-01',
      family: 'gaussian',
      season: 'none',
      season_length: null,
      errors: 'ols',
      slope_change: true,
      phase_in: 0,
      other_events: [],
      horizons: [],
      confidence: 0.95,
      minimum: 8,
      control_design: 'auto',
    },
  },
  compute: (data, options) => interruptedTimeSeries(data, options),
})

export const independentDifferenceMethod = defineMethod<
  { readonly first: Judged; readonly second: Judged },
  { readonly confidence: number }
>({
  id: 'series/independent-difference',
  version: 1,
  cites: ['altman-bland-2003'],
  options: { confidence: between(0.5, 0.999) },
  example: {
    data: { first: { value: -0.3, se: 0.1 }, second: { value: -0.1, se: 0.12 } },
    options: { confidence: 0.95 },
  },
  compute: ({ first, second }, { confidence }) => independentDifference(first, second, confidence),
})

export const seriesMethods: readonly Method[] = [interruptedMethod, independentDifferenceMethod]
