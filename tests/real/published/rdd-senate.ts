import { numberAt, type PublishedCase, type Reading } from './case'

const senate = { units: 'data.csv' }
const bind = { 'units.outcome': 'vote', 'units.running': 'margin' }
const whole = { sex: 'T' }

/** Margins of the party and its share of votes six years later; the estimate, its bandwidths and the plain regression. */
export const rddSenate: PublishedCase = {
  folder: 'rdd-senate',
  runs: {
    plain: {
      pack: 'regression-discontinuity',
      inputs: senate,
      bind,
      params: { bandwidths: '5,10,17.754,25' },
    },
    adjusted: {
      pack: 'regression-discontinuity',
      inputs: senate,
      bind: { ...bind, 'units.covariates': 'termshouse,termssenate,population' },
      params: { errors: 'hc1' },
    },
    fixed: {
      pack: 'regression-discontinuity',
      inputs: senate,
      bind: { ...bind, 'units.covariates': 'termshouse,termssenate,population' },
      params: { errors: 'hc1', bandwidth: '10', bias_bandwidth: 20 },
    },
  },
  numbers: ({ plain, adjusted, fixed }) => {
    const bandwidth = (column: string) => numberAt(plain, 'bandwidth', column, whole)
    const estimate = (kind: string, column: string) => numberAt(plain, 'estimate', column, { ...whole, kind })
    const atFixed = (column: string) => numberAt(fixed, 'bandwidth', column, whole)
    const regressions = Object.fromEntries(
      [5, 10, 17.754, 25].flatMap((h): readonly (readonly [string, Reading])[] => {
        const where = { ...whole, multiple: null, h }
        return [
          [`wls_h${h}`, numberAt(plain, 'sensitivity', 'regression', where)],
          [`wls_hc1_h${h}`, numberAt(plain, 'sensitivity', 'regression_se', where)],
          [`wls_n_h${h}`, numberAt(plain, 'sensitivity', 'regression_n', where)],
        ]
      }),
    )
    return {
      N_left: bandwidth('all_left'),
      N_right: bandwidth('all_right'),
      Nh_left: bandwidth('n_left'),
      Nh_right: bandwidth('n_right'),
      unique_right: bandwidth('unique_right'),
      conv: estimate('conventional', 'estimate'),
      conv_se: estimate('conventional', 'se'),
      conv_lo: estimate('conventional', 'low'),
      conv_hi: estimate('conventional', 'high'),
      rb_lo: estimate('robust', 'low'),
      rb_hi: estimate('robust', 'high'),
      rb_z: estimate('robust', 'z'),
      bw_h: bandwidth('h_left'),
      bw_b: bandwidth('b_left'),
      ...regressions,
      cov_N_left: atFixed('all_left'),
      cov_N_right: atFixed('all_right'),
      cov_Nh_left: atFixed('n_left'),
      cov_Nh_right: atFixed('n_right'),
      cov_Nb_left: atFixed('bias_n_left'),
      cov_Nb_right: atFixed('bias_n_right'),
      cov_bw_h: numberAt(adjusted, 'bandwidth', 'h_left', whole),
      cov_bw_b: numberAt(adjusted, 'bandwidth', 'b_left', whole),
    }
  },
}
