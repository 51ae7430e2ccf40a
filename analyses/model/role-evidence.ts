import { z } from 'zod'

/** Women, men, both together, unknown or another. */
export const sexMeanings = ['F', 'M', 'T', 'U'] as const

/**
 * Why a column has its role, and what is known of its values. Values named here are codes of dimensions (places,
 * periods, sexes, bands): a column that is none of these has no evidence, so nothing personal stands here.
 */
export const roleEvidenceSchema = z.object({
  /** What the role rests on; `coverage`: nearly a whole code list is there; `said`: a person named list or coding. */
  by: z.enum(['values', 'name', 'coverage', 'labels', 'said']),
  /** Distinct values judged, and how many of them fit. */
  judged: z.number().int(),
  matched: z.number().int(),
  /** The first values that do not fit. */
  unmatched: z.array(z.string()),
  /** Territory: the list, editions that fit equally, lists of other meaning that fit as well. */
  codeList: z.string().optional(),
  editions: z.array(z.string()).optional(),
  rivals: z.array(z.string()).optional(),
  /** Values of other editions of the list than the one named, by edition. */
  otherEditions: z.record(z.string(), z.array(z.string())).optional(),
  /** Distinct values per level, where there are levels. */
  levels: z.record(z.string(), z.number().int()).optional(),
  /** Sex: how it is written, and each value's code (F, M, T, U). */
  coding: z.string().optional(),
  codes: z.record(z.string(), z.string()).optional(),
  /** Period: A, S, Q, M, W, D, school; several where they are mixed. */
  frequencies: z.array(z.string()).optional(),
})
export type RoleEvidence = z.infer<typeof roleEvidenceSchema>

/** A value that stands for the sum of others of its column. */
export const totalSchema = z.object({
  value: z.string(),
  /** `name`: it says so; `sum`: it equals the sum of the others; `both`. */
  by: z.enum(['name', 'sum', 'both']),
  rows: z.number().int(),
})
export type Total = z.infer<typeof totalSchema>
