import { type Fault, fault } from '../fault'
import type { ExportRule, PackDisclosure } from '../pack-disclosure'
import type { PackManifest } from '../pack-manifest'
import { manifestFile } from './read-manifest'

const at = (...path: readonly string[]): string => [manifestFile, ['disclosure', ...path].join('.')].join(':')

/**
 * Whether the declaration of what is built on persons speaks of this very pack: every relation of a run record is
 * declared, and every need, parameter, relation and column it names exists. A slip of the pen here would be a number
 * that leaves unprotected, so nothing is let through.
 */
export function checkDisclosure(manifest: PackManifest): Fault[] {
  const { disclosure } = manifest
  if (disclosure === undefined) return []
  const relations = recordRelations(manifest)
  const findings = new Set(Object.keys(manifest.findings))
  return [
    ...needFaults(manifest, disclosure),
    ...unknown(at('variant'), disclosure.variant, new Set(Object.keys(manifest.params))),
    ...unknown(at('relations'), Object.keys(disclosure.relations), new Set(relations.keys())),
    ...[...relations.keys()]
      .filter((relation) => disclosure.relations[relation] === undefined)
      .map((relation) => fault('pack.disclosure-undeclared', { relation }, at('relations'))),
    ...Object.entries(disclosure.relations).flatMap(([relation, rule]) =>
      ruleFaults(manifest, relation, rule, relations),
    ),
    ...Object.entries(disclosure.quotes).flatMap(([quoting, quoted]) => [
      ...unknown(at('quotes'), [quoting], new Set([...findings, ...relations.keys()])),
      ...unknown(at('quotes', quoting), [quoted], new Set(relations.keys())),
    ]),
  ]
}

/** Columns of a relation; null where SQL alone decides them (the words of a chart). */
type Columns = ReadonlySet<string> | null

/** What a run record holds: the tables, the rows behind charts, and their words. */
function recordRelations({ tables, charts }: PackManifest): ReadonlyMap<string, Columns> {
  const relations = new Map<string, Columns>()
  for (const { data, text, columns } of Object.values(charts)) {
    relations.set(data, new Set([...(relations.get(data) ?? []), ...Object.keys(columns)]))
    relations.set(text, null)
  }
  for (const [table, { columns }] of Object.entries(tables))
    relations.set(table, new Set(Object.keys(columns)))
  return relations
}

function needFaults({ needs, params }: PackManifest, disclosure: PackDisclosure): Fault[] {
  const declared = Object.entries(disclosure.needs)
  return [
    ...unknown(at('needs'), Object.keys(disclosure.needs), new Set(Object.keys(needs))),
    ...Object.keys(needs)
      .filter((need) => disclosure.needs[need] === undefined)
      .map((need) => fault('pack.disclosure-need-undeclared', { need }, at('needs'))),
    ...declared.flatMap(([need, content]) => {
      if (typeof content === 'string') return []
      const param = params[content.param]
      if (param === undefined)
        return unknown(at('needs', need, 'param'), [content.param], new Set(Object.keys(params)))
      const values =
        param.type === 'choice' ? param.options : param.type === 'boolean' ? ['true', 'false'] : []
      return values
        .filter((value) => content.is[value] === undefined)
        .map((value) => fault('pack.disclosure-value-missing', { need, value }, at('needs', need, 'is')))
    }),
  ]
}

function ruleFaults(
  manifest: PackManifest,
  relation: string,
  rule: ExportRule,
  relations: ReadonlyMap<string, Columns>,
): Fault[] {
  if (typeof rule === 'string') return []
  const columns = relations.get(relation) ?? null
  const check = (path: readonly string[], names: readonly (string | undefined)[]) =>
    columns === null
      ? []
      : unknown(
          at('relations', relation, ...path),
          names.filter((name) => name !== undefined),
          columns,
        )
  if ('inside' in rule) return check(['inside'], rule.inside)
  if ('follows' in rule) {
    const names = [rule.follows].flat()
    const followed = names.map((name) => ({ name, codes: codesOf(manifest.disclosure?.relations[name]) }))
    return [
      ...unknown(at('relations', relation, 'follows'), names, new Set(relations.keys())),
      ...followed
        .filter(({ codes }) => codes === null)
        .map(({ name }) =>
          fault('pack.disclosure-no-cells', { relation, name }, at('relations', relation, 'follows')),
        ),
      ...unknown(
        at('relations', relation, 'keys'),
        rule.keys,
        new Set(followed.flatMap(({ codes }) => [...(codes ?? [])])),
      ),
      ...check(['keys'], rule.keys),
      ...check(['columns'], rule.columns),
    ]
  }
  return [
    ...(rule.of === undefined
      ? []
      : unknown(at('relations', relation, 'of'), [rule.of], new Set(Object.keys(manifest.needs)))),
    ...check(['keys'], rule.keys),
    ...check(['long'], [rule.long?.dimension, rule.long?.category]),
    ...check(['kept'], rule.kept),
    ...check(
      ['totals'],
      Object.keys(rule.totals).filter((key) => rule.cells.every((cell) => cell.at[key] === undefined)),
    ),
    ...rule.cells.flatMap((cell, index) =>
      check(
        ['cells', String(index)],
        [
          ...[cell.count, cell.sum, cell.largest, cell.second],
          ...[...cell.columns, ...cell.extremes, ...cell.rests],
          ...[cell.shares, cell.sides].flatMap((named) => [
            ...Object.keys(named),
            ...Object.values(named).flat(),
          ]),
          ...Object.values(cell.at).flatMap((code) => (code.startsWith('=') ? [code.slice(1)] : [])),
        ],
      ),
    ),
  ]
}

/** Names of the codes by which cells of a relation are told apart; null where it has no cells. */
function codesOf(rule: ExportRule | undefined): ReadonlySet<string> | null {
  if (rule === undefined || typeof rule === 'string' || !('cells' in rule)) return null
  return new Set([
    ...rule.keys,
    ...(rule.long === undefined ? [] : [rule.long.dimension, rule.long.category]),
    ...rule.cells.flatMap((cell) => Object.keys(cell.at)),
  ])
}

const unknown = (path: string, names: readonly string[], known: ReadonlySet<string>): Fault[] =>
  names
    .filter((name) => !known.has(name))
    .map((name) => fault('pack.disclosure-unknown', { name, known: [...known].join(', ') }, path))
