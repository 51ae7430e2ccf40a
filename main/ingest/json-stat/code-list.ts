import { memoryTable } from '../json/memory-table'
import type { JsonSurvey } from '../json/tables'
import { type Tree, textOf, treeAt } from '../json/tree'
import type { SourceColumn, SourceTable } from '../tables/source-table'
import { parseDimension } from './cube'

/** A JSON-stat document of class `dimension`: its categories, one row each. */
export function codeListTable({ document, lines, problems }: JsonSurvey, tree: Tree): SourceTable {
  const { codes, labels, parents, units } = parseDimension(tree)
  const more = [
    { name: 'parent', texts: parents },
    { name: 'unit', texts: units },
  ].flatMap(({ name, texts }) => (texts === null ? [] : [{ name, texts }]))
  const columns: readonly SourceColumn[] = [
    { label: 'code', name: 'code', declared: { type: 'code', role: 'identifier' } },
    { label: 'label', name: 'label', declared: { type: 'text' } },
    ...more.map(({ name }): SourceColumn => ({ label: name, name, declared: { type: 'text' } })),
  ]
  return memoryTable({
    id: 'dimension',
    title: textOf(treeAt(tree, 'label')) ?? document.source.file,
    suffix: '',
    columns,
    rows: codes.map((code) => [
      code,
      labels?.get(code) ?? code,
      ...more.map(({ texts }) => texts.get(code) ?? null),
    ]),
    dialect: { format: 'json-stat', facts: { class: 'dimension' } },
    problems,
    lines,
  })
}
