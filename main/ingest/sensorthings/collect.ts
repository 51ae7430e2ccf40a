import { listOf, membersOf, type Tree, textOf, treeAt } from '../json/tree'
import {
  type EntitySet,
  entitySets,
  type Fields,
  idInLink,
  isEntitySet,
  navigation,
  ownFields,
  referenceLabel,
  setOf,
} from './entities'

export type Entities = ReadonlyMap<EntitySet, readonly Fields[]>

/** A request of a batch, without its body: that may hold a password. */
export interface BatchRequest {
  readonly id: string
  readonly method: string
  readonly url: string
}

export interface Collected {
  readonly entities: Entities
  readonly requests: readonly BatchRequest[]
}

/**
 * Every entity of a response, a deep insert, a list of observation arrays or a batch, by its set. An entity inside
 * another gets a reference to it; one without an id gets a number (`#1`) that the references use.
 */
export function collectEntities(root: Tree): Collected {
  const collector = new Collector()
  const requests = listOf(treeAt(root, 'requests'))
  if (requests.length > 0) return { requests: collector.batch(requests), entities: collector.entities }
  const listed = membersOf(root).has('value') ? listOf(treeAt(root, 'value')) : listOf(root)
  const set = setInLink(textOf(treeAt(root, '@iot.nextLink')))
  if (listed.length > 0) for (const entity of listed) collector.top(entity, set)
  else if (membersOf(root).size > 0 && !membersOf(root).has('value')) collector.top(root, null)
  return { entities: collector.entities, requests: [] }
}

/** The set a link leads to: `.../Things(1)/Datastreams?$skip=5`. */
function setInLink(link: string | null): EntitySet | null {
  const parts = (link?.split('?')[0] ?? '').split('/').map((part) => part.replace(/\(.*$/, ''))
  return [...parts].reverse().find(isEntitySet) ?? null
}

class Collector {
  readonly entities = new Map<EntitySet, Fields[]>()
  private readonly known = new Map<string, Fields>()

  top(entity: Tree, set: EntitySet | null): void {
    if (membersOf(entity).has('dataArray')) this.dataArray(entity)
    else this.add(set ?? setOf(entity), entity, new Map())
  }

  batch(requests: readonly Tree[]): readonly BatchRequest[] {
    return requests.map((request, i) => {
      const id = textOf(treeAt(request, 'id')) ?? `#${i + 1}`
      const url = textOf(treeAt(request, 'url')) ?? ''
      const set = setInLink(url)
      const body = treeAt(request, 'body')
      if (set !== null && membersOf(body).size > 0)
        this.add(set, body ?? null, this.parentInUrl(url, set), id)
      return { id, url, method: textOf(treeAt(request, 'method')) ?? '' }
    })
  }

  /** `Things(1)/Datastreams`: what is posted belongs to the Thing. */
  private parentInUrl(url: string, set: EntitySet): Fields {
    const found = /(\w+)\('?([^()']*)'?\)\/\w+$/.exec(url.split('?')[0] ?? '')
    const parent = found?.[1]
    return parent === undefined || !isEntitySet(parent) || parent === set
      ? new Map()
      : new Map([[referenceLabel(parent), reference(found?.[2] ?? '')]])
  }

  private dataArray(group: Tree): void {
    const components = listOf(treeAt(group, 'components')).map((name) => textOf(name) ?? '')
    const parent = this.referencesOf(group)
    for (const row of listOf(treeAt(group, 'dataArray'))) {
      const cells = listOf(row)
      const members = new Map<string, Tree>(components.map((name, i) => [name, cells[i] ?? null]))
      const fields = ownFields({ kind: 'object', members })
      this.put('Observations', new Map([...parent, ...renamed(fields)]))
    }
  }

  /** Adds an entity and all inside it; returns the id it is referred to by. */
  private add(set: EntitySet, entity: Tree, parent: Fields, givenId?: string): string {
    const own = ownFields(entity)
    const id = reference(own.get('id') ?? givenId ?? '') || `#${(this.entities.get(set)?.length ?? 0) + 1}`
    own.delete('id')
    const fields: Fields = new Map([['id', id], ...parent])
    const earlier = this.known.get(`${set} ${id}`)
    // The same Datastream may stand in every Observation: one row, with all that is said of it.
    const target = set !== 'Observations' && earlier !== undefined ? earlier : fields
    if (target === fields) {
      this.put(set, fields)
      if (set !== 'Observations') this.known.set(`${set} ${id}`, fields)
    }
    for (const [name, text] of parent) if (target.get(name) == null) target.set(name, text)
    for (const [name, text] of this.referencesOf(entity)) target.set(name, text)
    for (const [name, text] of own) target.set(name, text)
    this.addMany(set, entity, id)
    return id
  }

  /** Entities in the lists of another one. */
  private addMany(set: EntitySet, entity: Tree, id: string): void {
    for (const [key, value] of membersOf(entity)) {
      const way = navigation(key)
      if (way?.many !== true) continue
      for (const child of listOf(value)) {
        if (membersOf(child).has('dataArray')) this.dataArray(withReference(child, set, id))
        else this.add(way.set, child, new Map([[referenceLabel(set), id]]))
      }
    }
  }

  /** Ids of the single entities an entity leads to; those written out are added themselves. */
  private referencesOf(entity: Tree): Fields {
    const found: Fields = new Map()
    for (const [key, value] of membersOf(entity)) {
      const link = /^(\w+)@iot\.navigationLink$/.exec(key)?.[1]
      const way = navigation(link ?? key)
      if (way === null || way.many) continue
      const label = referenceLabel(way.set)
      if (link !== undefined) {
        const id = new RegExp(`${way.set}\\(`).test(textOf(value) ?? '')
          ? idInLink(textOf(value) ?? '')
          : null
        if (id !== null && !found.has(label)) found.set(label, id)
      } else found.set(label, this.single(way.set, value))
    }
    return found
  }

  private single(set: EntitySet, entity: Tree): string | null {
    const members = membersOf(entity)
    const id = textOf(members.get('@iot.id') ?? members.get('id'))
    if (members.size === 1 && id !== null) return reference(id)
    return members.size === 0 ? null : this.add(set, entity, new Map())
  }

  private put(set: EntitySet, fields: Fields): void {
    const list = this.entities.get(set)
    if (list === undefined) this.entities.set(set, [fields])
    else list.push(fields)
  }
}

/** A batch refers to an entity it makes itself by `$` and the request's id. */
const reference = (id: string): string => id.replace(/^\$/, '')

function withReference(group: Tree, set: EntitySet, id: string): Tree {
  const key = set === 'Datastreams' ? 'Datastream' : 'MultiDatastream'
  const members = new Map(membersOf(group))
  if (!members.has(key)) {
    members.set(key, { kind: 'object', members: new Map([['@iot.id', id]]) })
  }
  return { kind: 'object', members }
}

/** `FeatureOfInterest/id` as arrays of observations write it. */
function renamed(fields: Fields): Fields {
  const rename = (name: string): string => {
    const target = /^(\w+)\/(?:id|@iot\.id)$/.exec(name)?.[1]
    const way = target === undefined ? null : navigation(target)
    return way === null ? name : referenceLabel(way.set)
  }
  return new Map([...fields].map(([name, text]) => [rename(name), text]))
}

/** Sets in the order people look for them: what was measured first. */
export const setsIn = (entities: Entities): readonly EntitySet[] =>
  entitySets.filter((set) => (entities.get(set)?.length ?? 0) > 0)
