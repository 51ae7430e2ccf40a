import type { JsonStandard } from '../json/format'
import type { Shape } from '../json/shape'
import type { JsonSurvey } from '../json/tables'
import { listOf, membersOf, readTree, type Tree, type TreePath, textOf, treeAt } from '../json/tree'
import type { SourceTable } from '../tables/source-table'
import { codeListTable } from './code-list'
import { isDataset, parseCube } from './cube'
import { cubeTable } from './cube-table'

/** JSON-stat 1.x and 2.0: data sets, bundles, collections with data sets inside, and single dimensions. */
export const jsonStat: JsonStandard = {
  format: 'json-stat',
  async tables(survey, job) {
    if (survey.document.mode !== 'single' || !mayHold(survey.root)) return null
    const tree = await readTree(survey.document, job, isValues)
    if (isDimension(tree)) return [codeListTable(survey, tree)]
    const found = datasetsIn(tree)
    return found.length === 0 ? null : found.map((each, i) => datasetTable(survey, each, i))
  },
}

/** A cheap look at the shape: is there a data set, a bundle of them, or a collection? */
function mayHold(root: Shape): boolean {
  const { members } = root
  if (root.objects === 0 || root.arrays > 0) return false
  if (members.get('class')?.texts[0] === 'dimension' && members.has('category')) return true
  const item = members.get('link')?.members.get('item')?.items
  return [root, ...members.values(), ...(item == null ? [] : [item])].some(
    (shape) => shape.members.has('value') && (shape.members.get('dimension')?.objects ?? 0) > 0,
  )
}

/** Values are not held in memory: they stand at the root, in a bundle's data sets, or in a collection's. */
function isValues(path: TreePath): boolean {
  if (path.at(-1) !== 'value') return false
  if (path.length === 1) return true
  if (path.length === 2) return path[0] !== 'dimension' && path[0] !== 'status'
  return path.length === 4 && path[0] === 'link' && path[1] === 'item'
}

const isDimension = (tree: Tree): boolean =>
  textOf(treeAt(tree, 'class')) === 'dimension' && membersOf(treeAt(tree, 'category')).size > 0

interface Found {
  readonly tree: Tree
  readonly path: TreePath
  readonly id: string
}

function datasetsIn(root: Tree): readonly Found[] {
  if (isDataset(root)) return [{ tree: root, path: [], id: 'dataset' }]
  const bundled = [...membersOf(root)].map(([key, tree]) => ({ tree, path: [key], id: key }))
  const collected = listOf(treeAt(root, 'link', 'item')).map((tree, i) => ({
    tree,
    path: ['link', 'item', i],
    id: `item:${i + 1}`,
  }))
  return [...bundled, ...collected].filter(({ tree }) => isDataset(tree))
}

function datasetTable(survey: JsonSurvey, { tree, path, id }: Found, index: number): SourceTable {
  const { file, path: where } = survey.document.source
  const cube = parseCube(tree, file, where)
  const title = cube.label || (path.length === 0 ? file : id)
  return cubeTable(survey, cube, path, {
    id,
    title,
    suffix: path.length === 1 ? id : '',
    isFirst: index === 0,
  })
}
