import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import type { RoleEvidence, Total } from '../../../analyses/model/role-evidence'
import { ageBandOf, ageLevels } from '../../../analyses/reference/age-bands'
import { periodOf } from '../../../analyses/reference/periods'
import { plainSpelling, sexOf } from '../../../analyses/reference/sex-codes'
import { sexCodingOf } from '../../../analyses/reference/sex-codings'
import { type CodeList, judgeTerritory, type TerritoryVerdict } from '../../../analyses/reference/territories'
import { type CodeLevel, codeLevels } from './code-levels'
import { hasWord, namesPlace, namesSomething } from './roles'

export interface CountedValue {
  readonly value: string
  readonly rows: number
}

/** All distinct values of a column (its sample in a preview) and what is known of it so far. */
export interface JudgedColumn {
  readonly name: string
  readonly type: ColumnType
  readonly role: ColumnRole
  readonly values: readonly CountedValue[]
  /** Words beside each value in another column that goes with it one to one, where there is one. */
  readonly labels: ReadonlyMap<string, string> | null
}

/** What was noticed, before it is said where. */
export interface RoleFinding {
  readonly code:
    | 'column.code-list-open'
    | 'column.codes-unmatched'
    | 'column.mixed-levels'
    | 'column.mixed-editions'
    | 'column.sex-digits'
    | 'column.mixed-frequencies'
  readonly count: number
  readonly subject: string
  /** Values concerned: their first row is shown. */
  readonly values: readonly string[]
}

export interface Judgement {
  readonly role: ColumnRole
  readonly evidence: RoleEvidence | null
  readonly totals: readonly Total[]
  readonly findings: readonly RoleFinding[]
}

const SHOWN = 8
const MIN_SHARE = 0.9
/** Single years and every band over them are some two hundred. */
const MAX_AGES = 400
const MIN_BANDS = 5

/** The role a column's values give it, with the evidence; the role it has when they say nothing. Pure. */
export function judgeColumn(column: JudgedColumn, lists: readonly CodeList[]): Judgement {
  const fallback: Judgement = { role: column.role, evidence: null, totals: namedTotals(column), findings: [] }
  if (column.values.length === 0) return fallback
  return (
    judgeSex(column) ??
    judgePeriod(column) ??
    judgeAge(column) ??
    judgePlace(column, lists) ??
    judgeTree(column) ??
    fallback
  )
}

const TOTAL_WORDS: ReadonlySet<string> = new Set([
  'suma',
  'souhrn',
  'uhrn',
  'cr celkem',
  'grand total',
  'sum',
  'soucet',
  'lacznie',
  'w sumie',
  'summe',
  'celkovo',
])

/** Values that say they are the total: T, TOTAL, celkem, ogółem… */
const saysTotal = (text: string): boolean => {
  const plain = plainSpelling(text)
  if (TOTAL_WORDS.has(plain)) return true
  return plain.length > 1 && (sexOf(plain) === 'T' || ageBandOf(plain)?.total === true)
}

const totalsOf = (values: readonly CountedValue[], isTotal: (text: string) => boolean): readonly Total[] =>
  values
    .filter(({ value }) => isTotal(value))
    .map(({ value, rows }) => ({ value, by: 'name' as const, rows }))

function namedTotals({ role, values }: JudgedColumn): readonly Total[] {
  return role === 'category' && values.length > 1 ? totalsOf(values, saysTotal) : []
}

function judgeSex({ name, values, labels }: JudgedColumn): Judgement | null {
  if (values.length > 8) return null
  const coding = sexCodingOf(
    values.map(({ value }) => value),
    hasWord(name, 'sex'),
    labels,
  )
  if (coding === null) return null
  const digits: RoleFinding[] = coding.sure
    ? []
    : [
        {
          code: 'column.sex-digits',
          count: values.length,
          subject: [...coding.codes.keys()].join(', '),
          values: [],
        },
      ]
  return {
    role: 'sex',
    evidence: {
      by: coding.id === 'labels' ? 'labels' : coding.sure ? 'values' : 'name',
      judged: values.length,
      matched: coding.codes.size,
      unmatched: coding.unknown.slice(0, SHOWN),
      coding: coding.id,
      codes: Object.fromEntries(coding.codes),
    },
    totals: totalsOf(values, (text) => coding.codes.get(text) === 'T'),
    findings: digits,
  }
}

function judgePeriod({ name, type, role, values }: JudgedColumn): Judgement | null {
  const named = hasWord(name, 'period')
  if (type === 'number' || (role !== 'period' && type === 'integer')) return null
  if (type === 'date' || type === 'timestamp') return null
  const periods = values.map(({ value }) => ({ value, period: periodOf(value) }))
  const known = periods.filter(({ period }) => period !== null)
  const text = type === 'text' && known.length === values.length && values.length > 1
  if (known.length < values.length * MIN_SHARE || !(named || role === 'period' || text)) return null
  const frequencies = [...new Set(known.flatMap(({ period }) => period?.frequency ?? []))].sort()
  const mixed: RoleFinding[] =
    frequencies.length < 2
      ? []
      : [
          {
            code: 'column.mixed-frequencies',
            count: frequencies.length,
            subject: frequencies.join(', '),
            values: [],
          },
        ]
  const unmatched = periods.flatMap(({ value, period }) => (period === null ? [value] : []))
  return {
    role: 'period',
    evidence: {
      by: named ? 'name' : 'values',
      judged: values.length,
      matched: known.length,
      unmatched: unmatched.slice(0, SHOWN),
      frequencies,
    },
    totals: totalsOf(values, saysTotal),
    findings: mixed,
  }
}

/** Without a name: bands nearly everywhere, or several bands among the single years that they hold. */
function looksLikeAges(type: ColumnType, all: number, known: number, bare: number): boolean {
  if (type === 'code' || type === 'integer' || all < 3) return false
  return bare <= all / 2 ? known >= all * MIN_SHARE : known - bare >= MIN_BANDS
}

function judgeAge({ name, type, role, values }: JudgedColumn): Judgement | null {
  const named = hasWord(name, 'age')
  if ((role === 'measure' && !named) || values.length > MAX_AGES) return null
  const texts = values.map(({ value }) => value)
  const unknown = texts.filter((text) => ageBandOf(text) === null)
  const bare = texts.filter((text) => /^\d+$/.test(text.trim())).length
  const speaks = texts.some((text) => ageBandOf(text)?.total === false)
  const share = (texts.length - unknown.length) / texts.length
  if (!speaks || share < (named ? 0.7 : 0.8)) return null
  if (!named && !looksLikeAges(type, texts.length, texts.length - unknown.length, bare)) return null
  const levels = ageLevels(texts.filter((text) => ageBandOf(text)?.total === false))
  return {
    role: 'age',
    evidence: {
      by: named ? 'name' : 'values',
      judged: texts.length,
      matched: texts.length - unknown.length,
      unmatched: unknown.slice(0, SHOWN),
      ...(levels.length < 2
        ? {}
        : { levels: counts(levels.map((codes, i) => ({ name: String(i + 1), codes }))) }),
    },
    totals: totalsOf(values, (text) => ageBandOf(text)?.total === true),
    findings: mixedLevels(levels.map((codes, i) => ({ name: exampleOf(codes, i), codes }))),
  }
}

const exampleOf = (codes: readonly string[], i: number): string => (codes[0] ?? String(i)).trim()

const counts = (levels: readonly CodeLevel[]): Record<string, number> =>
  Object.fromEntries(levels.map(({ name, codes }) => [name, codes.length]))

function mixedLevels(levels: readonly CodeLevel[]): readonly RoleFinding[] {
  if (levels.length < 2) return []
  const subject = levels.map(({ name, codes }) => `${name} (${codes.length})`).join(', ')
  const [outermost] = levels
  return [{ code: 'column.mixed-levels', count: levels.length, subject, values: outermost?.codes ?? [] }]
}

/** Cells that say "nothing" or "everything" where a place should stand; they are no evidence against a list. */
const isNoPlace = (text: string): boolean =>
  text.trim() === '' ||
  saysTotal(text) ||
  /^(?:0|-|:|\.|x|nezjištěno|neuvedeno|unk(?:nown)?)$/i.test(text.trim())

function judgePlace(
  { name, type, role, values }: JudgedColumn,
  lists: readonly CodeList[],
): Judgement | null {
  if (type === 'number' || type === 'boolean' || type === 'date' || type === 'timestamp') return null
  const named = namesPlace(name)
  const mayBeCode = role === 'territory' || role === 'measure' || role === 'identifier'
  if (type === 'integer' && !named && !mayBeCode) return null
  const codes = values.map(({ value }) => value).filter((value) => !isNoPlace(value))
  const verdict = judgeTerritory(codes, { name, territorial: named }, lists)
  if (verdict === null) return role === 'territory' ? unknownPlace(name, values) : null
  return {
    role: 'territory',
    evidence: placeEvidence(verdict),
    totals: totalsOf(values, saysTotal),
    findings: placeFindings(verdict),
  }
}

/** The name says a place and no list knows the values: names of places, or codes of a list a person may load. */
function unknownPlace(name: string, values: readonly CountedValue[]): Judgement {
  const unmatched = values.slice(0, SHOWN).map(({ value }) => value)
  const evidence: RoleEvidence = { by: 'name', judged: values.length, matched: 0, unmatched }
  const totals = totalsOf(values, saysTotal)
  return namesSomething(name)
    ? { role: 'category', evidence: null, totals, findings: [] }
    : { role: 'territory', evidence, totals, findings: [] }
}

function placeEvidence({ match, editions, rivals, by, foreign }: TerritoryVerdict): RoleEvidence {
  return {
    by,
    judged: match.total,
    matched: match.known + match.formed,
    unmatched: match.unmatched.slice(0, SHOWN),
    codeList: match.list.edition === null ? match.list.id : match.list.family,
    ...(editions.length === 0 ? {} : { editions: [...editions] }),
    ...(rivals.length === 0 ? {} : { rivals: [...rivals] }),
    ...(foreign.length === 0
      ? {}
      : { otherEditions: Object.fromEntries(foreign.map(({ edition, codes }) => [edition, [...codes]])) }),
    levels: { ...match.levels },
  }
}

function placeFindings({ match, rivals, foreign }: TerritoryVerdict): readonly RoleFinding[] {
  const findings: RoleFinding[] = []
  if (rivals.length > 0)
    findings.push({
      code: 'column.code-list-open',
      count: match.known,
      subject: rivals.join(', '),
      values: [],
    })
  const elsewhere = new Set(foreign.flatMap(({ codes }) => codes))
  if (elsewhere.size > 0) {
    const subject = foreign
      .map(({ edition, codes }) => `${match.list.family} ${edition}: ${codes.length}`)
      .join(', ')
    findings.push({ code: 'column.mixed-editions', count: elsewhere.size, subject, values: [...elsewhere] })
  }
  const unknown = match.unmatched.filter((code) => !elsewhere.has(code))
  if (unknown.length > 0)
    findings.push({
      code: 'column.codes-unmatched',
      count: unknown.length,
      subject: match.list.id,
      values: unknown,
    })
  const levels = Object.entries(match.levels)
  if (levels.length > 1) {
    const subject = levels.map(([level, count]) => `${level} (${count})`).join(', ')
    findings.push({ code: 'column.mixed-levels', count: levels.length, subject, values: [] })
  }
  return findings
}

function judgeTree({ name, type, role, values }: JudgedColumn): Judgement | null {
  if ((role !== 'category' && role !== 'identifier') || (type !== 'text' && type !== 'code')) return null
  const codes = values.map(({ value }) => value).filter((value) => !saysTotal(value))
  const levels = codeLevels(codes, name)
  if (levels === null || levels.length < 2) return null
  const matched = levels.reduce((sum, level) => sum + level.codes.length, 0)
  return {
    role: 'category',
    evidence: { by: 'values', judged: values.length, matched, unmatched: [], levels: counts(levels) },
    totals: totalsOf(values, saysTotal),
    findings: mixedLevels(levels),
  }
}
