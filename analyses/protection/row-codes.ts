import { type DisclosureCell, type DisclosureRelation, isWhole } from '../model/pack-disclosure'
import type { PackManifest } from '../model/pack-manifest'
import type { Cell, Row } from '../model/table'
import type { Codes, DimensionKind } from './codes'
import type { GuardedNeed } from './guarded-needs'

/** How a relation's columns of codes become dimensions that other packs with the same data know too. */
export class RowCodes {
  private readonly sources: ReadonlyMap<string, string>
  readonly kinds = new Map<string, DimensionKind>()
  constructor(
    private readonly manifest: PackManifest,
    private readonly of: GuardedNeed,
    private readonly rule: DisclosureRelation,
  ) {
    this.sources = new Map(
      Object.entries(of.input.columns).flatMap(([needed, source]) =>
        typeof source === 'string' ? [[needed, source] as const] : [],
      ),
    )
  }

  /** The codes of a declared cell of a row, without the dimensions that are at their whole. */
  codesOf(row: Row, cell: DisclosureCell): Codes {
    const { keys, long } = this.rule
    const codes: Record<string, string> = {}
    if (long !== undefined) {
      const dimension = textOf(row[long.dimension])
      if (!isWhole(dimension)) this.put(codes, dimension, textOf(row[long.category]))
    }
    for (const key of keys)
      if (key !== long?.dimension && key !== long?.category && cell.at[key] === undefined)
        this.put(codes, key, textOf(row[key]))
    for (const [key, code] of Object.entries(cell.at))
      this.put(codes, key, code.startsWith('=') ? textOf(row[code.slice(1)]) : code)
    return codes
  }

  private put(codes: Record<string, string>, key: string, code: string): void {
    if (code === '' || code === this.rule.totals[key] || isWhole(code)) return
    const dimension = this.sources.get(key) ?? key
    this.kinds.set(dimension, this.kindOf(key))
    codes[dimension] = code
  }

  private kindOf(key: string): DimensionKind {
    const role = this.manifest.needs[this.of.need]?.columns[key]?.role
    if (role === 'sex' || key === 'sex') return 'sex'
    if (role === 'territory' || key === 'territory') return 'territory'
    if (role === 'period' || key === 'period' || key === 'year') return 'time'
    if (role === 'age' || key === 'age') return 'age'
    return 'quality'
  }
}

export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell)
