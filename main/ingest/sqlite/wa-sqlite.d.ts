// The package ships declarations for its main modules only.
declare module '@journeyapps/wa-sqlite/src/FacadeVFS.js' {
  import { Base } from '@journeyapps/wa-sqlite/src/VFS.js'

  /** Base of a file system for SQLite; methods return a result code, or a promise of one. */
  export class FacadeVFS extends Base {
    constructor(name: string, module: unknown)
    jOpen(filename: string | null, file: number, flags: number, outFlags: DataView): number | Promise<number>
    jRead(file: number, into: Uint8Array, at: number): number | Promise<number>
    jWrite(file: number, from: Uint8Array, at: number): number | Promise<number>
    jTruncate(file: number, size: number): number | Promise<number>
    jFileSize(file: number, size: DataView): number | Promise<number>
    jAccess(filename: string, flags: number, exists: DataView): number | Promise<number>
    jDeviceCharacteristics(file: number): number | Promise<number>
  }
}
