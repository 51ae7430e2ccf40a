import type { FileFormat } from './write'

/** One entry of `source.yaml`: what a person and the importer need to know about a file. */
export interface Card {
  readonly file: string
  /** The data set's name in a project: the file's name in plain form. */
  readonly name: string
  readonly title: Text
  readonly description: Text
  /** Only for delimited text. */
  readonly format?: FileFormat & {
    readonly decimal?: ',' | '.'
    readonly headerLine?: number
    readonly headerLines?: number
  }
  readonly columns: readonly Column[]
  /** pack -> need -> column of the need -> column of the file, as `workbench run --bind` takes them. */
  readonly binds?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
  /** What the rows are about, where it is neither persons nor firms. */
  readonly subjects?: 'territories' | 'public'
  /** pack -> parameter -> value, for the runs this file is the first input of. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

export interface Text {
  readonly cs: string
  readonly en: string
  readonly pl: string
}

export interface Column {
  readonly name: string
  readonly unit?: string
  readonly description: string
}

export const column = (name: string, description: string, unit?: string): Column =>
  unit === undefined ? { name, description } : { name, unit, description }

export const CZECH_OFFICE: FileFormat = { encoding: 'windows-1250', delimiter: ';', lineEnd: '\r\n' }
export const CZECH_EXCEL: FileFormat = { encoding: 'utf-8-bom', delimiter: ';', lineEnd: '\r\n' }
export const CZECH_PLAIN: FileFormat = { encoding: 'utf-8', delimiter: ';', lineEnd: '\n' }
export const PLAIN: FileFormat = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n' }

export const shared = {
  kod_obce: column('kod_obce', 'municipality code, six digits, text: leading zeros belong to it'),
  nazev_obce: column('nazev_obce', 'name of the municipality'),
  kod_orp: column('kod_orp', 'district (ORP) code, four digits, text: leading zeros belong to it'),
  nazev_orp: column('nazev_orp', 'name of the district'),
  rok: column('rok', 'year'),
  pohlavi: column('pohlavi', 'sex: F women, M men, no totals'),
  pohlaviT: column('pohlavi', 'sex: F women, M men, T total = F + M'),
  puvod: column('puvod', 'origin: always SYN, synthetic data'),
} as const
