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
import { finish } from '../core/steps'
import { kernels } from './kernel'
import { type DiscontinuityOptions, regressionDiscontinuity } from './regression-discontinuity'
import type { Units } from './sample'
import { variances } from './variance'

/** Two hundred units with a score between -1 and 1 and a jump of 2 at 0. */
const running = Array.from({ length: 200 }, (_, i) => (((i * 73) % 200) - 100) / 100)
const exampleUnits: Units = {
  running,
  outcome: running.map((x, i) => 10 + 3 * x - x * x + (x >= 0 ? 2 : 0) + (((i * 29) % 17) - 8) / 10),
  treatment: null,
  cluster: null,
  weight: null,
  covariates: [{ name: 'size', numbers: running.map((x, i) => x + ((i * 31) % 13) / 10), categories: null }],
}

export const regressionDiscontinuityMethod = defineMethod<Units, DiscontinuityOptions>({
  id: 'discontinuity/regression',
  version: 1,
  cites: [
    'calonico-2014',
    'calonico-2019',
    'calonico-2020',
    'cattaneo-jansson-ma-2020',
    'calonico-2015',
    'cattaneo-idrobo-titiunik-2020',
  ],
  options: {
    cutoff: between(-1e9, 1e9),
    treated: oneOf('above', 'below'),
    adjust: flag(),
    kernel: oneOf(...kernels),
    p: wholeBetween(0, 3),
    bandwidth: anyText(),
    bias_bandwidth: orNone(between(1e-6, 1e9)),
    errors: oneOf(...variances),
    confidence: between(0.5, 0.999),
    bandwidths: anyList(),
    placebo_cutoffs: anyList(),
    donuts: anyList(),
  },
  example: {
    data: exampleUnits,
    options: {
      cutoff: 0,
      treated: 'above',
      adjust: false,
      kernel: 'triangular',
      p: 1,
      bandwidth: 'mserd',
      bias_bandwidth: null,
      errors: 'nn',
      confidence: 0.95,
      bandwidths: [],
      placebo_cutoffs: [],
      donuts: [],
    },
  },
  compute: (data, options) => finish(regressionDiscontinuity(data, options)),
})

export const discontinuityMethods: readonly Method[] = [regressionDiscontinuityMethod]
