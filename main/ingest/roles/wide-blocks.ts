import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import { plainName } from '../../../analyses/model/naming'
import { builtInCodeLists, judgeTerritory } from '../../../analyses/reference/territories'
import {
  type NameParts,
  type PartKind,
  takeAge,
  takeMonth,
  takeNumber,
  takePacked,
  takePeriod,
  takeSex,
} from './column-name-parts'

export interface WideColumn {
  readonly name: string
  readonly label: string
  readonly type: ColumnType
  readonly role: ColumnRole
}

/** A dimension hidden in names: `item` are the stems, where a block measures several things. */
export interface HiddenDimension {
  readonly kind: PartKind | 'territory' | 'item'
  /** Name of the column it would become. */
  readonly name: string
  readonly role: ColumnRole
  readonly values: readonly string[]
}

/** Columns that are one measure spread over names, and how they would go long. */
export interface WideBlock {
  /** In the order of the table, each with its code in every dimension. */
  readonly columns: readonly { readonly name: string; readonly codes: readonly string[] }[]
  readonly dimensions: readonly HiddenDimension[]
  /** Name of the column of values. */
  readonly value: string
}

type Read = (tokens: readonly string[], label: string) => NameParts | null

const single =
  (
    kind: PartKind,
    take: (tokens: readonly string[], label: string) => { tokens: readonly string[]; value: string } | null,
  ): Read =>
  (tokens, label) => {
    const taken = take(tokens, label)
    return taken === null ? null : { stem: taken.tokens.join('_'), values: { [kind]: taken.value } }
  }

const periodAndSex: Read = (tokens) => {
  const period = takePeriod(tokens)
  const sex = period === null ? null : takeSex(period.tokens, true)
  return period === null || sex === null
    ? null
    : { stem: sex.tokens.join('_'), values: { sex: sex.value, period: period.value } }
}

interface Strategy {
  readonly kinds: readonly PartKind[]
  readonly read: Read
  /** Whether the values found for one stem are a block and no accident. */
  readonly isBlock: (values: readonly NameParts['values'][]) => boolean
}

const distinct = (values: readonly NameParts['values'][], kind: PartKind): ReadonlySet<string> =>
  new Set(values.flatMap((value) => value[kind] ?? []))
const bothSexes = (values: readonly NameParts['values'][]): boolean => {
  const sexes = distinct(values, 'sex')
  return sexes.has('F') && sexes.has('M')
}

/** The most telling first; a column belongs to the first block that claims it. */
const strategies: readonly Strategy[] = [
  { kinds: ['sex', 'age'], read: takePacked, isBlock: bothSexes },
  {
    kinds: ['sex', 'period'],
    read: periodAndSex,
    isBlock: (all) => bothSexes(all) && distinct(all, 'period').size > 1,
  },
  {
    kinds: ['period'],
    read: single('period', takePeriod),
    isBlock: (all) => distinct(all, 'period').size > 1,
  },
  { kinds: ['sex'], read: single('sex', (tokens) => takeSex(tokens)), isBlock: bothSexes },
  { kinds: ['month'], read: single('month', takeMonth), isBlock: (all) => distinct(all, 'month').size >= 6 },
  { kinds: ['age'], read: single('age', takeAge), isBlock: (all) => distinct(all, 'age').size >= 3 },
  {
    kinds: ['number'],
    read: single('number', takeNumber),
    isBlock: (all) => distinct(all, 'number').size >= 3,
  },
]

const roleOf: Readonly<Record<HiddenDimension['kind'], ColumnRole>> = {
  sex: 'sex',
  age: 'age',
  period: 'period',
  month: 'period',
  number: 'category',
  territory: 'territory',
  item: 'category',
}

/**
 * Measures spread over several columns by year, sex, age, month, place or number, as their names tell: what a table
 * would look like long. Only a proposal; a pure function of names, headers and types.
 */
export function findWideBlocks(columns: readonly WideColumn[]): readonly WideBlock[] {
  const free = new Map(columns.filter(isFigure).map((column) => [column.name, column] as const))
  const blocks: WideBlock[] = []
  const claim = (block: WideBlock) => {
    blocks.push(block)
    for (const { name } of block.columns) free.delete(name)
  }
  const places = placesBlock([...free.values()])
  if (places !== null) claim(places)
  for (const strategy of strategies) for (const block of blocksOf(strategy, [...free.values()])) claim(block)
  const position = new Map(columns.map(({ name }, i) => [name, i] as const))
  const first = (block: WideBlock): number => position.get(block.columns[0]?.name ?? '') ?? 0
  return blocks.sort((a, b) => first(a) - first(b))
}

/** Figures, and columns nobody has filled yet, which have no type. */
const isFigure = ({ type, role }: WideColumn): boolean =>
  type === 'integer' || type === 'number' || (type === 'text' && (role === 'text' || role === 'measure'))

/** Words of the header, also of one written FemaleTopQuartile; a column without a header tells nothing. */
const tokensOf = ({ label }: WideColumn): readonly string[] => {
  const tokens = plainName(label.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')).split('_')
  // A name that would begin with a digit begins with c_; the c says nothing.
  return tokens.slice(tokens[0] === 'c' && /^\s*\d/.test(label) ? 1 : 0).filter((token) => token !== '')
}

interface Found {
  readonly column: WideColumn
  readonly parts: NameParts
}

function blocksOf(strategy: Strategy, columns: readonly WideColumn[]): readonly WideBlock[] {
  const found = columns.flatMap((column) => {
    const parts = strategy.read(tokensOf(column), column.label)
    return parts === null ? [] : [{ column, parts }]
  })
  const stems = new Map<string, Found[]>()
  for (const each of found) stems.set(each.parts.stem, [...(stems.get(each.parts.stem) ?? []), each])
  const whole = [...stems].filter(([, members]) => isWhole(strategy, members))
  // Stems that are spread over the very same codes are one block that measures several things.
  const alike = new Map<string, Found[][]>()
  for (const [, members] of whole) {
    const key = members
      .map(({ parts }) => codesOf(strategy, parts).join(' '))
      .sort()
      .join('|')
    alike.set(key, [...(alike.get(key) ?? []), members])
  }
  return [...alike.values()].map((groups) => blockOf(strategy, groups))
}

const codesOf = ({ kinds }: Strategy, { values }: NameParts): readonly string[] =>
  kinds.map((kind) => values[kind] ?? '')

function isWhole(strategy: Strategy, members: readonly Found[]): boolean {
  const codes = new Set(members.map(({ parts }) => codesOf(strategy, parts).join(' ')))
  const figures = members.filter(({ column }) => column.type !== 'text').length
  return (
    codes.size === members.length &&
    figures * 2 > members.length &&
    strategy.isBlock(members.map(({ parts }) => parts.values))
  )
}

function blockOf(strategy: Strategy, groups: readonly (readonly Found[])[]): WideBlock {
  const members = groups.flat()
  const stems = [...new Set(members.map(({ parts }) => parts.stem))]
  const dimensions: HiddenDimension[] = strategy.kinds.map((kind, i) => ({
    kind,
    name: nameOf(kind),
    role: roleOf[kind],
    values: [...new Set(members.map(({ parts }) => codesOf(strategy, parts)[i] ?? ''))],
  }))
  const several = stems.length > 1
  if (several) dimensions.push({ kind: 'item', name: 'item', role: roleOf.item, values: stems })
  return {
    columns: members.map(({ column, parts }) => ({
      name: column.name,
      codes: [...codesOf(strategy, parts), ...(several ? [parts.stem] : [])],
    })),
    dimensions,
    value: several || stems[0] === '' || stems[0] === undefined ? 'value' : stems[0],
  }
}

const nameOf = (kind: PartKind): string => (kind === 'number' ? 'item' : kind)

/** Columns whose headers are codes of places: CZ010, CZ020… */
function placesBlock(columns: readonly WideColumn[]): WideBlock | null {
  const coded = columns.filter(({ label }) => /^[A-Z]{2}[0-9A-Z]{1,4}$/.test(label.trim()))
  if (coded.length < 3) return null
  const labels = coded.map(({ label }) => label.trim())
  const verdict = judgeTerritory(labels, { name: '', territorial: false }, builtInCodeLists)
  if (verdict === null || verdict.match.share < 1 || verdict.match.list.digits) return null
  return {
    columns: coded.map(({ name }, i) => ({ name, codes: [labels[i] ?? ''] })),
    dimensions: [{ kind: 'territory', name: 'territory', role: 'territory', values: labels }],
    value: 'value',
  }
}
