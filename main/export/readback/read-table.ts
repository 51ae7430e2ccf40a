/** A table as a program reads it back from an exported file. */
export interface ReadTable {
  readonly caption: string
  /** Labels of the columns, with their units where the format writes them there. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReadCell[])[]
}

export interface ReadCell {
  /** As it is read; empty in formats that hold bare numbers. */
  readonly text: string
  /** As it is stored, in formats that store numbers. */
  readonly value?: number | string | boolean
}

/** For comparing: one space for every run of spaces, whichever spaces they are. */
export const evenSpaces = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
