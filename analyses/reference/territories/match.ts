import type { CodeList } from './code-list'

/** How the codes of a column fall under one list. Counts are of distinct codes. */
export interface CodeListMatch {
  readonly list: CodeList
  readonly total: number
  /** In the list. */
  readonly known: number
  /** Well formed, of a part the list does not hold. */
  readonly formed: number
  readonly unmatched: readonly string[]
  /** (known + formed) / total. */
  readonly share: number
  /** known / size of the list; 0 for a list known by its rule. */
  readonly coverage: number
  readonly levels: Readonly<Record<string, number>>
}

/** Distinct codes as lists compare them, made once for all lists. */
interface Prepared {
  readonly plain: readonly string[]
  readonly capitals: readonly string[]
}

function prepare(codes: readonly string[]): Prepared {
  const plain = new Set<string>()
  for (const code of codes) {
    const text = code.trim()
    if (text !== '') plain.add(text)
  }
  let capitals: readonly string[] | null = null
  return {
    plain: [...plain],
    get capitals() {
      capitals ??= [...new Set(this.plain.map((code) => code.toUpperCase()))]
      return capitals
    },
  }
}

/** Ranks lists by how many of the distinct codes they know. Lists that know none are left out. */
export function matchCodeLists(
  codes: readonly string[],
  lists: readonly CodeList[],
): readonly CodeListMatch[] {
  const prepared = prepare(codes)
  return ranked(lists.flatMap((list) => matchPrepared(prepared, list, 0) ?? []))
}

const ranked = (matches: readonly CodeListMatch[]): readonly CodeListMatch[] =>
  matches
    .filter(({ known, formed }) => known + formed > 0)
    .sort((a, b) => b.known - a.known || b.share - a.share || b.coverage - a.coverage)

export function matchList(codes: readonly string[], list: CodeList): CodeListMatch {
  const match = matchPrepared(prepare(codes), list, 0)
  if (match === null) throw new Error('a match was given up though any share will do')
  return match
}

/** Null as soon as it is sure that the list holds a smaller share of the codes than `least`. */
function matchPrepared(prepared: Prepared, list: CodeList, least: number): CodeListMatch | null {
  const distinct = list.capitals ? prepared.capitals : prepared.plain
  const most = distinct.length * (1 - least)
  // Of a closed list no more codes can be there than it has.
  if (isClosed(list) && distinct.length - (list.size ?? 0) > most) return null
  const levels: Record<string, number> = {}
  const unmatched: string[] = []
  let known = 0
  let formed = 0
  for (const code of distinct) {
    const verdict = list.judge(code)
    if (verdict === null) {
      unmatched.push(code)
      if (unmatched.length > most) return null
      continue
    }
    if (verdict === 'known') known += 1
    else formed += 1
    const level = list.levelOf(code) ?? ''
    levels[level] = (levels[level] ?? 0) + 1
  }
  const total = distinct.length
  const share = total === 0 ? 0 : (known + formed) / total
  const coverage = list.size === null || list.size === 0 ? 0 : known / list.size
  return { list, total, known, formed, unmatched, share, coverage, levels }
}

/** A list that is nothing but its codes; the editions of NUTS know codes of other countries by their form. */
const isClosed = ({ size, family, id }: CodeList): boolean => size !== null && family === id

export interface TerritoryVerdict {
  readonly match: CodeListMatch
  /** Editions of the list that fit as well as the best; more than one: the codes do not differ between them. */
  readonly editions: readonly string[]
  /** Lists of other meaning that fit as well: the codes alone cannot tell. */
  readonly rivals: readonly string[]
  /** What decided between lists that fit alike. */
  readonly by: 'values' | 'name' | 'coverage' | 'said'
  /** Codes this edition does not know and another edition does: editions are mixed in one column. */
  readonly foreign: readonly { readonly edition: string; readonly codes: readonly string[] }[]
}

/** Below this share of distinct codes a column is not of the list. */
const MIN_SHARE = 0.8
const MIN_SHARE_NAMED = 0.5
/** No list is plausible below this, whatever the name says. */
const LEAST_SHARE = MIN_SHARE_NAMED

/** What the column's name says: `name` in plain form, `territorial` when it speaks of a place in general. */
export interface ColumnName {
  readonly name: string
  readonly territorial: boolean
}

/**
 * The territory list a column's codes are of, or null. The name never makes a match: it only decides between lists
 * that fit equally, and speaks for digits, which alone say little.
 */
export function judgeTerritory(
  codes: readonly string[],
  column: ColumnName,
  lists: readonly CodeList[],
): TerritoryVerdict | null {
  const prepared = prepare(codes)
  const matches = lists.flatMap((list) => matchPrepared(prepared, list, LEAST_SHARE) ?? [])
  const fitting = ranked(matches).filter((match) => isPlausible(match, column))
  const top = fitting[0]
  if (top === undefined) return null
  const equal = fitting.filter(({ known, share }) => known === top.known && share === top.share)
  const [chosen, by] = decide(equal, column.name)
  const best = newest(chosen, chosen[0] ?? top)
  const rivals = chosen.flatMap(({ list }) => (list.kin === best.list.kin ? [] : [list.id]))
  const editions = chosen
    .filter(({ list }) => list.family === best.list.family)
    .flatMap(({ list }) => list.edition ?? [])
  return { match: best, editions: [...editions].sort(), rivals, by, foreign: otherEditions(best, lists) }
}

/** How codes fall under the list a person named, by its id or its family (the edition that knows most); or null. */
export function saidTerritory(
  codes: readonly string[],
  id: string,
  lists: readonly CodeList[],
): TerritoryVerdict | null {
  const named = lists.filter((list) => list.id === id)
  const meant = named.length > 0 ? named : lists.filter((list) => list.family === id)
  const matches = meant.map((list) => matchList(codes, list))
  const most = Math.max(...matches.map(({ known }) => known))
  const fitting = matches.filter(({ known }) => known === most)
  const [first] = fitting
  if (first === undefined) return null
  const match = newest(fitting, first)
  const editions = fitting.flatMap(({ list }) => list.edition ?? [])
  return {
    match,
    editions: [...editions].sort(),
    rivals: [],
    by: 'said',
    foreign: otherEditions(match, lists),
  }
}

/** Between lists that know the same codes: the name, else a list that is nearly all there, else nothing decides. */
function decide(
  equal: readonly CodeListMatch[],
  name: string,
): readonly [readonly CodeListMatch[], TerritoryVerdict['by']] {
  const kins = (matches: readonly CodeListMatch[]) => new Set(matches.map(({ list }) => list.kin)).size
  if (kins(equal) === 1) return [equal, 'values']
  const named = equal.filter(({ list }) => list.hint?.test(name) === true)
  if (named.length > 0 && kins(named) < kins(equal)) {
    const [within] = kins(named) === 1 ? [named] : decideByCoverage(named)
    return [within, 'name']
  }
  return decideByCoverage(equal)
}

function decideByCoverage(
  equal: readonly CodeListMatch[],
): readonly [readonly CodeListMatch[], TerritoryVerdict['by']] {
  const whole = equal.filter(({ coverage }) => coverage >= 0.8)
  if (new Set(whole.map(({ list }) => list.kin)).size === 1) return [whole, 'coverage']
  // A list that holds the very codes says more than a rule about their form.
  const held = equal.filter(({ list }) => list.size !== null)
  return [held.length > 0 ? held : equal, 'values']
}

/** Of editions that fit alike the newest speaks; of other lists the one that is covered most. */
function newest(matches: readonly CodeListMatch[], first: CodeListMatch): CodeListMatch {
  const same = matches.filter(({ list }) => list.family === first.list.family)
  return same.reduce((a, b) => ((b.list.edition ?? '') > (a.list.edition ?? '') ? b : a), first)
}

function isPlausible(match: CodeListMatch, { name, territorial }: ColumnName): boolean {
  const { list, share, coverage, total, known } = match
  if (known === 0) return false
  const named = list.hint?.test(name) === true
  if (list.digits) {
    if (named || territorial) return share >= MIN_SHARE
    // One number of ten has a right check digit by accident; twenty of twenty do not.
    return list.size === null
      ? list.kin === 'obec' && share >= 0.98 && total >= 20
      : share >= 0.9 && coverage >= 0.5 && total >= 10
  }
  return share >= (named || territorial ? MIN_SHARE_NAMED : MIN_SHARE) && (named || territorial || total >= 3)
}

function otherEditions(best: CodeListMatch, lists: readonly CodeList[]): TerritoryVerdict['foreign'] {
  if (best.list.edition === null || best.unmatched.length === 0) return []
  return lists
    .filter(({ family, id }) => family === best.list.family && id !== best.list.id)
    .map((list) => ({
      edition: list.edition ?? list.id,
      codes: best.unmatched.filter((code) => list.judge(code) === 'known'),
    }))
    .filter(({ codes }) => codes.length > 0)
}
