/** A code list as a person chooses from them. */
export interface CodeListCard {
  readonly id: string
  readonly family: string
  readonly edition: string | null
  readonly country: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
  /** Number of codes; null: known by a rule. */
  readonly size: number | null
  /** Loaded into this project, not built in. */
  readonly own: boolean
}

/** A correspondence table of the project. */
export interface CorrespondenceCard {
  readonly id: string
  readonly source: string
  readonly changes: number
  /** First and last day of change. */
  readonly first: string
  readonly last: string
}
