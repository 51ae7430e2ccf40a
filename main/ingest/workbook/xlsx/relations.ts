import type { CancelSignal } from '../../../../analyses/methods/core/signal'
import type { Package } from '../package'
import { readXml } from '../xml'

export interface Relation {
  readonly id: string
  /** The last word of the type's address: `worksheet`, `sharedStrings`. */
  readonly type: string
  /** Name of the part, from the root of the package. */
  readonly part: string
}

/** What a part refers to; nothing when it has no relations. */
export async function readRelations(
  parts: Package,
  part: string,
  signal: CancelSignal,
): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const source = await parts.open(`${folder}_rels/${part.slice(slash)}.rels`)
  const relations: Relation[] = []
  if (source === null) return relations
  const handler = {
    open(
      name: string,
      { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }: Record<string, string>,
    ) {
      if (name !== 'Relationship' || mode === 'External') return
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: resolve(folder, target) })
    },
    close() {},
  }
  await readXml(source, handler, signal)
  return relations
}

/** A target is relative to the folder of the part, or absolute within the package; it may be percent-encoded. */
function resolve(folder: string, target: string): string {
  const path = (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/')
  const names: string[] = []
  for (const name of decoded(path).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
