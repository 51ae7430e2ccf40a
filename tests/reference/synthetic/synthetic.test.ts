import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { simplexLeastSquares } from '../../../analyses/methods/core/optimise/simplex-least-squares'
import { internalRate } from '../../../analyses/methods/costs/internal-rate'
import { presentValue } from '../../../analyses/methods/costs/present-value'
import { type DidBlock, didKinds, syntheticDid } from '../../../analyses/methods/synthetic/synthetic-did'

const list = z.array(z.number())
const one = z.tuple([z.number()])
const values = z
  .object({
    outcome: list,
    treated: list,
    shape: z.tuple([z.number(), z.number(), z.number()]),
    sc: list,
    scEffect: one,
    omega: list,
    lambda: list,
    sdidEffect: one,
    didEffect: one,
    flow: list,
    irr: one,
    npv: one,
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'values.json'), 'utf8')))

const [units, before, after] = values.shape
const block: DidBlock = {
  treated: Float64Array.from(values.treated),
  treatedUnits: 1,
  controls: { rows: before + after, columns: units, values: Float64Array.from(values.outcome) },
  before,
}
const near = (found: ArrayLike<number>, wanted: readonly number[], digits: number) => {
  for (const [k, value] of wanted.entries()) expect(found[k]).toBeCloseTo(value, digits)
}

test('weights and effects of synthetic control, synthetic and plain difference-in-differences as R quadprog has them', () => {
  const rows = Float64Array.from({ length: units * before }, (_, k) => {
    const unit = Math.floor(k / before)
    return block.controls.values[unit * (before + after) + (k % before)] ?? 0
  })
  const sc = simplexLeastSquares(
    { rows: before, columns: units, values: rows },
    block.treated.slice(0, before),
  )
  near(sc.weights, values.sc, 9)
  const sdid = syntheticDid(block, didKinds.sdid, 'exact')
  near(sdid.omega, values.omega, 9)
  near(sdid.lambda, values.lambda, 7)
  expect(sdid.att).toBeCloseTo(values.sdidEffect[0], 7)
  expect(syntheticDid(block, didKinds.sc, 'exact').att).toBeCloseTo(values.scEffect[0], 7)
  expect(syntheticDid(block, didKinds.did, 'exact').att).toBeCloseTo(values.didEffect[0], 10)
})
test('present value and internal rate as R has them', () => {
  const flows = values.flow.map((value, year) => ({ year, value }))
  expect(presentValue(flows, 0.03, 0)).toBeCloseTo(values.npv[0], 9)
  expect(internalRate(flows).rate).toBeCloseTo(values.irr[0], 11)
})
