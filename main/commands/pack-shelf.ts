import { refuse } from '../../analyses/model/fault'
import type { Pack } from '../../analyses/model/pack'
import type { BrokenPack } from '../../analyses/model/pack-card'
import { loadNamed, loadPacks } from '../packs'

export interface LoadedPacks {
  readonly packs: readonly Pack[]
  readonly broken: readonly BrokenPack[]
}

/** The packs there are, read once and again on demand, so that a mended pack appears without a restart. */
export class PackShelf {
  private loaded: Promise<LoadedPacks> | null = null
  /** Packs read alone, until the shelf is looked at again: a batch asks for the same ones hundreds of times. */
  private readonly named = new Map<string, Promise<Pack | null>>()

  constructor(private readonly folders: readonly string[]) {}

  all({ again = false } = {}): Promise<LoadedPacks> {
    const loaded = again || this.loaded === null ? loadPacks(this.folders) : this.loaded
    this.loaded = loaded
    return loaded
  }

  private alone(folder: string, id: string): Promise<Pack | null> {
    const found = this.named.get(id) ?? loadNamed(folder, id)
    this.named.set(id, found)
    return found
  }

  async find(id: string): Promise<Pack> {
    // One pack is read fast; all of them are read when somebody looks at the shelf, or the name is no folder's.
    const [ours] = this.folders
    const named = this.loaded === null && ours !== undefined ? await this.alone(ours, id) : null
    if (named !== null) return named
    const { packs, broken } = await this.all()
    const pack = packs.find((candidate) => candidate.id === id)
    if (pack !== undefined) return pack
    const wreck = broken.find(({ folder }) => folder.split(/[\\/]/).at(-1) === id)
    const [reason] = wreck?.faults ?? []
    return reason === undefined
      ? refuse('pack.unknown', { pack: id })
      : refuse(
          'pack.is-broken',
          { pack: id, reason: `${reason.code} ${reason.path ?? ''}`.trim() },
          reason.path,
        )
  }
}
