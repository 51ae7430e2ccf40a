import type { RoleEvidence } from '../../../analyses/model/role-evidence'
import { plainSpelling } from '../../../analyses/reference/sex-codes'
import {
  type CodeList,
  judgeTerritory,
  saidTerritory,
  type TerritoryVerdict,
} from '../../../analyses/reference/territories'
import {
  type CountedValue,
  type JudgedColumn,
  type Judgement,
  type RoleFinding,
  SHOWN,
  saysTotal,
  totalsOf,
} from './judgement'
import { namesPlace, namesSomething } from './roles'

/** Cells that say "nothing" or "everything" where a place should stand; they are no evidence against a list. */
const isNoPlace = (text: string): boolean =>
  text.trim() === '' ||
  saysTotal(text) ||
  /^(?:0|-|:|\.|x|nezjištěno|neuvedeno|unk(?:nown)?)$/i.test(text.trim())

/** The list a person named; null when there is none of that name. */
export function judgeSaidList(
  { role, said, values }: JudgedColumn,
  id: string,
  lists: readonly CodeList[],
): Judgement | null {
  const codes = values.map(({ value }) => value).filter((value) => !isNoPlace(value))
  const verdict = saidTerritory(codes, id, lists)
  if (verdict === null) return null
  return {
    role: said === true ? role : 'territory',
    evidence: placeEvidence(verdict),
    totals: totalsOf(values, saysTotal),
    findings: placeFindings(verdict),
  }
}

export function judgePlace(
  { name, type, role, values }: JudgedColumn,
  lists: readonly CodeList[],
): Judgement | null {
  if (type === 'number' || type === 'boolean' || type === 'date' || type === 'timestamp') return null
  const named = namesPlace(name)
  const mayBeCode = role === 'territory' || role === 'measure' || role === 'identifier'
  if (type === 'integer' && !named && !mayBeCode) return null
  const codes = values.map(({ value }) => value).filter((value) => !isNoPlace(value))
  const verdict = judgeTerritory(codes, { name, territorial: named }, lists)
  if (verdict === null) return role === 'territory' ? unknownPlace(name, values, lists) : null
  return {
    role: 'territory',
    evidence: placeEvidence(verdict),
    totals: totalsOf(values, saysTotal),
    findings: placeFindings(verdict),
  }
}

/**
 * The name says a place and no list knows the values as codes. Codes may be of a list a person can load, and names of
 * known places are places; other words are no keys: there are fourteen villages called Nová Ves.
 */
function unknownPlace(name: string, values: readonly CountedValue[], lists: readonly CodeList[]): Judgement {
  const texts = values.map(({ value }) => value).filter((value) => !isNoPlace(value))
  const unmatched = texts.slice(0, SHOWN)
  const evidence: RoleEvidence = { by: 'name', judged: texts.length, matched: 0, unmatched }
  const totals = totalsOf(values, saysTotal)
  const others = texts.filter((text) => !CODE.test(text))
  if (!namesSomething(name) && (others.length * 2 < texts.length || areKnownPlaces(texts, lists)))
    return { role: 'territory', evidence, totals, findings: [] }
  const rows = values.reduce((sum, each) => sum + each.rows, 0)
  const repeated = values.length <= FEW_NAMES || values.length * 2 <= rows
  return { role: repeated ? 'category' : 'text', evidence: null, totals, findings: [] }
}

const FEW_NAMES = 50
/** No blanks, and a digit or capitals only. */
const CODE = /^(?=\S{1,16}$)(?:.*\d.*|[^\p{Ll}]+)$/u

const namesOf = new WeakMap<CodeList, ReadonlySet<string>>()

/** Names of the places of a list, in plain spelling. */
function placeNames(list: CodeList): ReadonlySet<string> {
  const known = namesOf.get(list)
  if (known !== undefined) return known
  const names = new Set([...list.items.values()].map(({ label }) => plainSpelling(label)))
  names.delete('')
  namesOf.set(list, names)
  return names
}

function areKnownPlaces(texts: readonly string[], lists: readonly CodeList[]): boolean {
  const plain = texts.slice(0, MANY_NAMES).map(plainSpelling)
  const known = plain.filter((text) => lists.some((list) => placeNames(list).has(text)))
  return known.length * 2 >= plain.length
}

const MANY_NAMES = 500

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
