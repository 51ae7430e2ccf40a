import { anyText, between, defineMethod, type Limit } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { exampleRelative } from './relative-example'

export interface RelativeRow {
  readonly territory: string
  readonly period: string
  /** The country (or another whole) it belongs to. */
  readonly group: string | null
  /** NaN when it has no score. */
  readonly score: number
  /** Weight in the mean of its group; NaN counts as 1. */
  readonly population: number
}

export interface OfficialScore {
  readonly group: string
  /** Empty: holds for every period. */
  readonly period: string
  readonly value: number
}

export interface RelativeOptions {
  /** The group of the official scores that is the whole, for example EU. */
  readonly whole: string
  /** Period whose mean is 100; empty: every period has its own. */
  readonly base_period: string
  /** Lower limits of strong and moderate, and of leader, in per cent of the whole. */
  readonly leader: number
  readonly strong: number
  readonly moderate: number
}

export interface RelativeResult extends RelativeRow {
  readonly factor: number
  readonly corrected: number
  readonly relative: number
  readonly class: 'leader' | 'strong' | 'moderate' | 'emerging' | null
}

/**
 * Scores in per cent of the whole, after the regional innovation scoreboard: with official country scores, regions of
 * a country are first moved together, score x (E_c / E_whole) / (R_c / R_whole), E the official scores, R the
 * population-weighted means of the regions, so that the countries keep their official order; then relative = 100 x
 * corrected / mean of all. Groups by the thresholds (above 125, 100, 70). Without official scores the factor is 1.
 */
export function relativePerformance(
  rows: readonly RelativeRow[],
  official: readonly OfficialScore[],
  options: RelativeOptions,
): readonly RelativeResult[] {
  const scored = rows.map((row) => ({ ...row, factor: 1, corrected: row.score }))
  const corrected =
    official.length === 0 ? scored : scored.map((row) => correct(row, rows, official, options))
  const bases = new Map<string, number>()
  const base = (period: string): number => {
    const known = bases.get(period)
    if (known !== undefined) return known
    const mean = weighted(
      corrected.filter((row) => row.period === period).map((row) => [row.corrected, row.population]),
    )
    bases.set(period, mean)
    return mean
  }
  if (options.base_period !== '' && Number.isNaN(base(options.base_period)))
    refuseMethod('composite.base-period-missing', { period: options.base_period })
  return corrected.map((row) => {
    const relative =
      (100 * row.corrected) / base(options.base_period === '' ? row.period : options.base_period)
    return { ...row, relative, class: classOf(relative, options) }
  })
}

function correct<Row extends RelativeRow>(
  row: Row,
  rows: readonly RelativeRow[],
  official: readonly OfficialScore[],
  { whole }: RelativeOptions,
): Row & { readonly factor: number; readonly corrected: number } {
  const scoreOf = (group: string) =>
    official.find((score) => score.group === group && (score.period === '' || score.period === row.period))
      ?.value
  const [country, all] = [row.group === null ? undefined : scoreOf(row.group), scoreOf(whole)]
  if (all === undefined) return refuseMethod('composite.whole-missing', { whole, period: row.period })
  if (country === undefined)
    return refuseMethod('composite.official-missing', { group: row.group ?? '–', period: row.period })
  const same = rows.filter((other) => other.period === row.period)
  const mean = (list: readonly RelativeRow[]) =>
    weighted(list.map((other) => [other.score, other.population]))
  const factor = country / all / (mean(same.filter((other) => other.group === row.group)) / mean(same))
  return { ...row, factor, corrected: row.score * factor }
}

function weighted(pairs: readonly (readonly [number, number])[]): number {
  const there = pairs.filter(([value]) => !Number.isNaN(value))
  const weight = (own: number) => (Number.isNaN(own) ? 1 : own)
  const sum = there.reduce((total, [, own]) => total + weight(own), 0)
  return there.length === 0
    ? Number.NaN
    : there.reduce((total, [value, own]) => total + value * weight(own), 0) / sum
}

function classOf(relative: number, { leader, strong, moderate }: RelativeOptions): RelativeResult['class'] {
  if (Number.isNaN(relative)) return null
  if (relative > leader) return 'leader'
  if (relative >= strong) return 'strong'
  return relative >= moderate ? 'moderate' : 'emerging'
}

export const relativeLimits: { readonly [K in keyof RelativeOptions]: Limit } = {
  whole: anyText(),
  base_period: anyText(),
  leader: between(0, 1000),
  strong: between(0, 1000),
  moderate: between(0, 1000),
}

export const relativePerformanceMethod = defineMethod({
  id: 'composite/relative-performance',
  version: 1,
  cites: ['hollanders-2021'],
  options: relativeLimits,
  example: exampleRelative,
  compute: ({ rows, official }, options: RelativeOptions) => relativePerformance(rows, official, options),
})
