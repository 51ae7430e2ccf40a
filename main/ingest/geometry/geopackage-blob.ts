import type { ReadGeometry } from './geometry'
import { readWkb } from './wkb'

/** Bytes of the envelope by its indicator, GeoPackage 1.3, 2.1.3. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]
const HEADER_BYTES = 8
const EMPTY_FLAG = 0b0001_0000
const EXTENDED_FLAG = 0b0010_0000

export interface GeoPackageGeometry {
  /** The blob's own `srs_id`; null when the header is broken. */
  readonly srs: number | null
  readonly read: ReadGeometry
}

/**
 * A geometry cell of a GeoPackage: "GP", version, flags, srs_id, envelope, then well-known binary.
 * Source: OGC 12-128r17, section 2.1.3. Null is an absent geometry; a blob without the header is tried as bare WKB.
 */
export function readGeoPackageBlob(blob: Uint8Array | null): GeoPackageGeometry {
  if (blob === null || blob.length === 0) return { srs: null, read: { kind: 'empty' } }
  if (blob.length < HEADER_BYTES || blob[0] !== 0x47 || blob[1] !== 0x50)
    return { srs: null, read: readWkb(blob) }
  const flags = blob[3] ?? 0
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111]
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const srs = view.getInt32(4, (flags & 1) === 1)
  if (envelope === undefined) return { srs, read: { kind: 'flaw', flaw: 'broken' } }
  // Extended types are a vendor's own; what they hold cannot be known.
  if ((flags & EXTENDED_FLAG) !== 0) return { srs, read: { kind: 'flaw', flaw: 'curve' } }
  if ((flags & EMPTY_FLAG) !== 0) return { srs, read: { kind: 'empty' } }
  return { srs, read: readWkb(blob.subarray(HEADER_BYTES + envelope)) }
}
