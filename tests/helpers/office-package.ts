import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { childrenNamed, type Element, everyElement, readXml, textIn } from '../../main/export/readback/markup'
import { activeInOffice } from './active-content'
import { type Rules, repeated, wrong } from './rules'

/** An office file as a program opens it (ECMA-376 part 2): parts, what they are, and what they point at. */
export interface OfficePackage {
  readonly bytes: Uint8Array
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly parts: ReadonlyMap<string, Element>
  readonly title: string
  /** Of the whole file, as it has to stand among its properties. */
  readonly language: string
}

export function openPackage(
  bytes: Uint8Array,
  expected: Pick<OfficePackage, 'title' | 'language'>,
): OfficePackage {
  const files = unzipSync(bytes)
  const xml = Object.entries(files).filter(([path]) => /\.(xml|rels)$/.test(path))
  return {
    bytes,
    files,
    parts: new Map(xml.map(([path, content]) => [path, readXml(strFromU8(content))])),
    ...expected,
  }
}

export const partOf = ({ parts }: OfficePackage, path: string): Element => {
  const part = parts.get(path)
  if (part === undefined) throw new Error(`${path} is missing`)
  return part
}

interface Relation {
  readonly from: string
  readonly target: string
  readonly id: string
  readonly outside: boolean
}

/** Everything one part points at, as a path from the root of the archive. */
export const relationsOf = ({ parts }: OfficePackage): readonly Relation[] =>
  [...parts].flatMap(([path, root]) => {
    if (!path.endsWith('.rels')) return []
    const from = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
    return childrenNamed(root, 'Relationship').map(({ attributes }) => ({
      from,
      id: attributes['Id'] ?? '',
      target: posix.join(posix.dirname(from), attributes['Target'] ?? ''),
      outside: attributes['TargetMode'] === 'External' || /^[a-z]+:/i.test(attributes['Target'] ?? ''),
    }))
  })

export const propertyOf = (file: OfficePackage, name: string): string =>
  childrenNamed(partOf(file, 'docProps/core.xml'), name).map(textIn).join('')

const isRelations = (path: string): boolean => path.endsWith('.rels')

/** Rules both kinds of office files keep. */
export const packageRules: Rules<OfficePackage> = {
  'the document has its title': (file) =>
    wrong(propertyOf(file, 'dc:title') !== file.title, propertyOf(file, 'dc:title')),
  'the document has its language': (file) =>
    wrong(propertyOf(file, 'dc:language') !== file.language, propertyOf(file, 'dc:language')),
  'the document says who made it': (file) =>
    wrong(propertyOf(file, 'dc:creator').trim() === '', 'dc:creator is empty'),
  'no part says a time': ({ parts }) =>
    [...parts].flatMap(([path, root]) =>
      everyElement(root).flatMap(({ name }) =>
        wrong(['dcterms:created', 'dcterms:modified'].includes(name), `${path}: ${name}`),
      ),
    ),
  'whatever is pointed at is in the file, under a name of its own': (file) => {
    const relations = relationsOf(file)
    return [
      ...relations.flatMap(({ from, target, outside }) =>
        wrong(!outside && !(target in file.files), `${from}: ${target} is missing`),
      ),
      ...repeated(relations.map(({ from, id }) => `${from} ${id}`)),
    ]
  },
  'every part is pointed at': (file) => {
    const targets = new Set(relationsOf(file).map(({ target }) => target))
    return Object.keys(file.files).filter(
      (path) => path !== '[Content_Types].xml' && !isRelations(path) && !targets.has(path),
    )
  },
  'every part says what it is, once': (file) => {
    const types = partOf(file, '[Content_Types].xml')
    const named = childrenNamed(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '')
    const endings = childrenNamed(types, 'Default').map(({ attributes }) => attributes['Extension'] ?? '')
    return [
      ...Object.keys(file.files).filter(
        (path) =>
          path !== '[Content_Types].xml' &&
          !named.includes(`/${path}`) &&
          !endings.includes(path.split('.').at(-1) ?? ''),
      ),
      ...named.filter((path) => !(path.slice(1) in file.files)),
      ...repeated([...named, ...endings]),
    ]
  },
  'nothing runs, nothing is asked from outside, and nothing leads out': (file) => [
    ...activeInOffice(file.bytes),
    ...Object.keys(file.files).filter((path) =>
      /vba|macro|activeX|embeddings|externalLinks|connections/i.test(path),
    ),
  ],
}

/** Children in an order that the format does not have: programs call such a file damaged. */
export function outOfOrder(element: Element, order: readonly string[]): readonly string[] {
  const names = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
  const places = names.map((name) => order.indexOf(name))
  return names.flatMap((name, at) => [
    ...wrong(places[at] === -1, `${element.name}: ${name} is unknown`),
    ...wrong(at > 0 && (places[at] ?? 0) < (places[at - 1] ?? 0), `${element.name}: ${name} is late`),
  ])
}
