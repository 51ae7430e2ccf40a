import citations from './citations.json'

export interface Citation {
  readonly text: string
  readonly doi?: string
}

/** The works behind methods and packs, by key. */
export const citationShelf: ReadonlyMap<string, Citation> = new Map(Object.entries(citations))
