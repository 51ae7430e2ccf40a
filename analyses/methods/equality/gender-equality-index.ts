import { defineMethod, flag, oneOf } from '../core/define-method'
import { correctingCoefficient, equalityMetric } from './equality-metric'
import { exampleEquality } from './examples'

export interface EqualityIndicator {
  readonly territory: string
  readonly period: string
  readonly indicator: string
  readonly domain: string
  readonly subdomain: string
  /** NaN where missing. */
  readonly women: number
  readonly men: number
  /** Level of women and men together; NaN: their mean. */
  readonly level: number
  /** The highest level of a reference set that is stated; NaN: the highest level in the data. */
  readonly maximum: number
  /** Whether the level corrects this indicator at all. */
  readonly corrected: boolean
}

export interface EqualityOptions {
  /** What a gap is measured against: the mean of women and men, or the given level. */
  readonly average: 'mean' | 'level'
  /** A domain without data leaves no index; otherwise the others share its weight. */
  readonly complete: boolean
}

export interface MetricRow extends EqualityIndicator {
  readonly gap: number
  readonly alpha: number
  readonly metric: number
  readonly uncorrected: number
}

export interface NodeRow {
  readonly territory: string
  readonly period: string
  readonly node: string
  readonly score: number
  readonly uncorrected: number
  /** Members that are there, and all of them. */
  readonly there: number
  readonly members: number
}

export interface EqualityResult {
  readonly metrics: readonly MetricRow[]
  /** `node` is domain and sub-domain joined by `/`. */
  readonly subdomains: readonly NodeRow[]
  readonly domains: readonly NodeRow[]
  readonly index: readonly NodeRow[]
}

/**
 * Gender equality index in EIGE's form: metric of every indicator, corrected by the level over the highest level of
 * the reference set (all territories and periods of the data, or a stated maximum); sub-domains are arithmetic means of
 * metrics, domains geometric means of sub-domains, the index the weighted geometric mean of domains. The uncorrected
 * scores, from gaps alone, go beside: corrected ones follow the level of achievement more than the gaps (Permanyer
 * 2015). Missing indicators leave their weight to the others of the sub-domain, missing sub-domains likewise.
 */
export function genderEqualityIndex(
  indicators: readonly EqualityIndicator[],
  weights: Readonly<Record<string, number>>,
  options: EqualityOptions,
): EqualityResult {
  const metrics = metricRows(indicators, options)
  const subdomains = nodes(
    metrics.map((row) => ({
      ...row,
      node: `${row.domain}/${row.subdomain}`,
      score: row.metric,
      weight: 1,
    })),
    arithmetic,
  )
  const domains = nodes(
    subdomains.map((row) => ({ ...row, node: row.node.split('/')[0] ?? '', weight: 1 })),
    geometric,
  )
  return { metrics, subdomains, domains, index: indexOfDomains(domains, weights, options) }
}

/** The index from scores of domains, each at least 1. */
export function indexOfDomains(
  domains: readonly NodeRow[],
  weights: Readonly<Record<string, number>>,
  { complete }: EqualityOptions,
): readonly NodeRow[] {
  const used = Object.entries(weights).filter(([, weight]) => weight > 0)
  const members = domains.flatMap((row) => {
    const weight = Object.hasOwn(weights, row.node) ? (weights[row.node] ?? 0) : 0
    return weight > 0 ? [{ ...row, node: '', weight }] : []
  })
  return nodes(members, geometric).map((row) => {
    const whole = row.there === used.length
    const score = complete && !whole ? Number.NaN : row.score
    return {
      ...row,
      score,
      uncorrected: complete && !whole ? Number.NaN : row.uncorrected,
      members: used.length,
    }
  })
}

function metricRows(
  indicators: readonly EqualityIndicator[],
  { average }: EqualityOptions,
): readonly MetricRow[] {
  const levels = indicators.map((row) => (Number.isNaN(row.level) ? (row.women + row.men) / 2 : row.level))
  const highest = new Map<string, number>()
  indicators.forEach(({ indicator }, i) => {
    const level = levels[i] ?? Number.NaN
    if (level > (highest.get(indicator) ?? Number.NEGATIVE_INFINITY)) highest.set(indicator, level)
  })
  return indicators.map((row, i) => {
    const level = levels[i] ?? Number.NaN
    const maximum = Number.isNaN(row.maximum) ? (highest.get(row.indicator) ?? Number.NaN) : row.maximum
    const alpha = row.corrected ? correctingCoefficient(level, maximum) : 1
    const people = average === 'level' && !Number.isNaN(row.level) ? { ...row, average: row.level } : row
    const plain = equalityMetric(people, { alpha: 1 })
    const known = plain.kind === 'present' && !Number.isNaN(plain.value)
    const uncorrected = known ? plain.value : Number.NaN
    return {
      ...row,
      level,
      maximum,
      gap: 1 - (uncorrected - 1) / 99,
      alpha,
      metric: 1 + alpha * (uncorrected - 1),
      uncorrected,
    }
  })
}

interface Member {
  readonly territory: string
  readonly period: string
  readonly node: string
  readonly score: number
  readonly uncorrected: number
  readonly weight: number
}

type Mean = (members: readonly { readonly value: number; readonly weight: number }[]) => number

/** Members of one node of one territory and period into one row, in order of appearance. */
function nodes(members: readonly Member[], mean: Mean): readonly NodeRow[] {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const key = JSON.stringify([member.territory, member.period, member.node])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { territory, period, node } = first
    const of = (value: (member: Member) => number) =>
      mean(
        group
          .map((member) => ({ value: value(member), weight: member.weight }))
          .filter((member) => !Number.isNaN(member.value)),
      )
    const there = group.filter(({ score }) => !Number.isNaN(score)).length
    return [
      {
        territory,
        period,
        node,
        score: of(({ score }) => score),
        uncorrected: of(({ uncorrected }) => uncorrected),
        there,
        members: group.length,
      },
    ]
  })
}

const weightOf = (members: Parameters<Mean>[0]): number =>
  members.reduce((sum, { weight }) => sum + weight, 0)

const arithmetic: Mean = (members) =>
  members.length === 0
    ? Number.NaN
    : members.reduce((sum, { value, weight }) => sum + weight * value, 0) / weightOf(members)

const geometric: Mean = (members) => {
  const [only] = members
  // A single member, or none, needs no logarithm and keeps its last digit.
  if (only === undefined || members.length === 1) return only?.value ?? Number.NaN
  return Math.exp(
    members.reduce((sum, { value, weight }) => sum + weight * Math.log(value), 0) / weightOf(members),
  )
}

export const genderEqualityMethod = defineMethod({
  id: 'equality/gender-equality-index',
  version: 1,
  cites: ['eige-2017', 'permanyer-2015'],
  options: { average: oneOf('mean', 'level'), complete: flag() },
  example: { data: exampleEquality, options: { average: 'mean' as const, complete: true } },
  compute: ({ indicators, weights }, options: EqualityOptions) =>
    genderEqualityIndex(indicators, weights, options),
})
