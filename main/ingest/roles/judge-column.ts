import type { ColumnType } from '../../../analyses/model/data-set'
import type { Total } from '../../../analyses/model/role-evidence'
import { ageBandOf, ageLevels } from '../../../analyses/reference/age-bands'
import { periodOf } from '../../../analyses/reference/periods'
import { sexCodingOf } from '../../../analyses/reference/sex-codings'
import type { CodeList } from '../../../analyses/reference/territories'
import { type CodeLevel, codeLevels } from './code-levels'
import { judgePlace, judgeSaidList } from './judge-place'
import {
  type CountedValue,
  type JudgedColumn,
  type Judgement,
  type RoleAnswer,
  type RoleFinding,
  SHOWN,
  saysTotal,
  totalsOf,
} from './judgement'
import { hasWord } from './roles'

const MIN_SHARE = 0.9
/** Single years and every band over them are some two hundred. */
const MAX_AGES = 400
const MIN_BANDS = 5

/** The role a column's values give it, with the evidence; the role it has when they say nothing. Pure. */
export function judgeColumn(column: JudgedColumn, lists: readonly CodeList[]): Judgement {
  if (column.values.length === 0) return unjudged(column)
  const { coding, codeList } = column.answer ?? {}
  if (coding !== undefined) return judgeSaidCoding(column, coding)
  const listed = codeList === undefined ? null : judgeSaidList(column, codeList, lists)
  if (listed !== null) return listed
  const judged =
    judgeSex(column) ??
    judgePeriod(column) ??
    judgeAge(column) ??
    judgePlace(column, lists) ??
    judgeTree(column) ??
    unjudged(column)
  return codeList === undefined
    ? judged
    : { ...judged, findings: [missingList(codeList), ...judged.findings] }
}

const unjudged = (column: JudgedColumn): Judgement => ({
  role: column.role,
  evidence: null,
  totals: namedTotals(column),
  findings: [],
})

const missingList = (id: string): RoleFinding => ({
  code: 'column.code-list-missing',
  count: 1,
  subject: id,
  values: [],
})

/** A person said what the texts mean: 01 is the 1 they spoke of. */
function judgeSaidCoding(
  { role, said, values }: JudgedColumn,
  coding: NonNullable<RoleAnswer['coding']>,
): Judgement {
  const plain = (text: string) => text.trim().replace(/^0+(?=\d)/, '')
  const meanings = new Map(Object.entries(coding).map(([text, code]) => [plain(text), code] as const))
  const codes = new Map(
    values.flatMap(({ value }) => {
      const code = meanings.get(plain(value)) ?? null
      return code === null ? [] : [[value, code] as const]
    }),
  )
  const unknown = values.flatMap(({ value }) => (codes.has(value) ? [] : [value]))
  const subject = Object.keys(coding).join(', ')
  return {
    role: said === true ? role : 'sex',
    evidence: {
      by: 'said',
      judged: values.length,
      matched: codes.size,
      unmatched: unknown.slice(0, SHOWN),
      coding: 'said',
      codes: Object.fromEntries(codes),
    },
    totals: totalsOf(values, (text) => codes.get(text) === 'T'),
    findings:
      unknown.length === 0
        ? []
        : [{ code: 'column.sex-unsaid', count: unknown.length, subject, values: unknown }],
  }
}

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

/** The period of every value; null as soon as too many are none. */
function periodsOf(values: readonly CountedValue[]) {
  const periods: { readonly value: string; readonly period: ReturnType<typeof periodOf> }[] = []
  let unknown = 0
  for (const { value } of values) {
    const period = periodOf(value)
    if (period === null && ++unknown > values.length * (1 - MIN_SHARE)) return null
    periods.push({ value, period })
  }
  return periods
}

function judgePeriod({ name, type, role, values }: JudgedColumn): Judgement | null {
  const named = hasWord(name, 'period')
  if (type === 'number' || (role !== 'period' && type === 'integer')) return null
  if (type === 'date' || type === 'timestamp') return null
  const periods = periodsOf(values)
  if (periods === null) return null
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
