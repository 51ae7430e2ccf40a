import { refuse } from '../../../analyses/model/fault'
import { readZip } from '../archive/zip'
import type { ByteSource } from '../source/byte-source'
import { packageLimits } from './limits'

/** The parts of a packed workbook by name; XLSX compares names without case. */
export interface Package {
  has(name: string): boolean
  /** Opened for reading, null when there is none of that name. */
  open(name: string): Promise<ByteSource | null>
  names(): readonly string[]
}

const KEPT_BYTES = 64 * 1024 * 1024

/** Opens the zip of a workbook by its directory. Faults: `import.archive-*`, `import.workbook-damaged`. */
export async function openPackage(source: ByteSource): Promise<Package> {
  const members = await readZip(source, packageLimits, { left: KEPT_BYTES })
  const byName = new Map(members.map((member) => [keyOf(member.name), member]))
  return {
    has: (name) => byName.has(keyOf(name)),
    open: async (name) => (await byName.get(keyOf(name))?.open()) ?? null,
    names: () => members.map(({ name }) => name),
  }
}

/** A part that must be there. */
export async function openPart(
  parts: Package,
  name: string,
  { file, path }: ByteSource,
): Promise<ByteSource> {
  return (await parts.open(name)) ?? refuse('import.workbook-damaged', { file, detail: `no ${name}` }, path)
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
