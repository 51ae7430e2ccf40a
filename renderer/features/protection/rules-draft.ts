import { type DisclosureRules, disclosureRulesSchema } from '../../../analyses/model/disclosure'

/** Rules as they are typed: numbers stay text until they can be read. */
export interface RulesDraft {
  readonly minimum: string
  readonly zeros: boolean
  readonly usesP: boolean
  readonly p: string
  readonly usesDominance: boolean
  readonly n: string
  readonly k: string
  readonly group: boolean
  readonly extremes: boolean
  readonly protection: string
  /** '0': cells are left out; else the base of rounding. */
  readonly base: string
  readonly keep: DisclosureRules['keep']
}

export const numberFields = ['minimum', 'p', 'n', 'k', 'protection'] as const
export type NumberField = (typeof numberFields)[number]

/** What a field may hold; the contract says the same and has the last word. */
export const limits: Readonly<
  Record<NumberField, { readonly from: number; readonly to: number; readonly whole: boolean }>
> = {
  minimum: { from: 3, to: 100, whole: true },
  p: { from: 0, to: 500, whole: false },
  n: { from: 1, to: 3, whole: true },
  k: { from: 1, to: 100, whole: false },
  protection: { from: 0, to: 100, whole: false },
}

export const draftOf = (rules: DisclosureRules): RulesDraft => ({
  minimum: String(rules.minimum),
  zeros: rules.zeros,
  usesP: rules.p !== null,
  p: String(rules.p ?? 10),
  usesDominance: rules.dominance !== null,
  n: String(rules.dominance?.n ?? 1),
  k: String(rules.dominance?.k ?? 75),
  group: rules.group,
  extremes: rules.extremes,
  protection: String(rules.protection),
  base: rules.treatment.kind === 'round' ? String(rules.treatment.base) : '0',
  keep: rules.keep,
})

/** People type decimals with a comma or a point. */
const read = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))

export function isGood(field: NumberField, text: string): boolean {
  const value = read(text)
  const { from, to, whole } = limits[field]
  return value >= from && value <= to && (!whole || Number.isInteger(value))
}

/** The rules, or the fields that hold no usable number. */
export function rulesOf(
  draft: RulesDraft,
):
  | { readonly ok: true; readonly rules: DisclosureRules }
  | { readonly ok: false; readonly wrong: readonly NumberField[] } {
  const used: readonly NumberField[] = [
    'minimum',
    'protection',
    ...(draft.usesP ? (['p'] as const) : []),
    ...(draft.usesDominance ? (['n', 'k'] as const) : []),
  ]
  const wrong = used.filter((field) => !isGood(field, draft[field]))
  if (wrong.length > 0) return { ok: false, wrong }
  const parsed = disclosureRulesSchema.safeParse({
    minimum: read(draft.minimum),
    zeros: draft.zeros,
    p: draft.usesP ? read(draft.p) : null,
    dominance: draft.usesDominance ? { n: read(draft.n), k: read(draft.k) } : null,
    group: draft.group,
    extremes: draft.extremes,
    protection: read(draft.protection),
    treatment: draft.base === '0' ? { kind: 'suppress' } : { kind: 'round', base: read(draft.base) },
    keep: draft.keep,
  })
  return parsed.success ? { ok: true, rules: parsed.data } : { ok: false, wrong: [] }
}
