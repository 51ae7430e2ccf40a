import { type Matrix, matrix, matrixFromColumns } from '../core/linear/matrix'

/** What explains the outcome: a number, a category, or a set of 0/1 columns that stand for one category. */
export type Variable =
  | { readonly kind: 'number'; readonly name: string; readonly values: ArrayLike<number> }
  | { readonly kind: 'category'; readonly name: string; readonly values: readonly string[] }
  | {
      readonly kind: 'dummies'
      readonly name: string
      readonly columns: readonly { readonly name: string; readonly values: ArrayLike<number> }[]
    }

export interface Term {
  readonly name: string
  /** The variable it is a category of; its own name where it is the whole variable. */
  readonly variable: string
  /** A category without a column of its own: its coefficient follows from the others. */
  readonly base: boolean
}

export const constant = '(constant)'

/** The regression's columns, all terms with the base categories, and how coefficients go from one to the other. */
export interface Design {
  readonly terms: readonly Term[]
  /** Values of every term, rows x terms. */
  readonly full: Matrix
  /** Columns of `full` that the regression uses. */
  readonly used: readonly number[]
  readonly raw: Matrix
  /** Terms x regression columns. */
  readonly expand: Matrix
}

/**
 * Constant, numbers as they are, categories as 0/1 columns. The first category in alphabetical order, and of a set of
 * 0/1 columns the one that no column stands for (or the first column, when they always sum to one), is the base.
 * Normalised, the coefficients of a category are taken from their mean and the mean goes to the constant, so that no
 * result depends on the choice of base (Gardeazabal and Ugidos 2004; as R oaxaca, base category included).
 */
export function designOf(variables: readonly Variable[], size: number, normalise: boolean): Design {
  const columns: { readonly term: Term; readonly values: ArrayLike<number> }[] = [
    {
      term: { name: constant, variable: constant, base: false },
      values: new Float64Array(size).fill(1),
    },
    ...variables.flatMap((variable) => columnsOf(variable, size)),
  ]
  const terms = columns.map(({ term }) => term)
  const full = matrixFromColumns(columns.map(({ values }) => values))
  const used = terms.flatMap(({ base }, at) => (base ? [] : [at]))
  const raw = matrixFromColumns(used.map((at) => columns[at]?.values ?? []))
  return { terms, full, used, raw, expand: expansion(terms, used, normalise) }
}

function columnsOf(variable: Variable, size: number) {
  const { name } = variable
  switch (variable.kind) {
    case 'number':
      return [{ term: { name, variable: name, base: false }, values: variable.values }]
    case 'category': {
      const levels = [...new Set(variable.values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      return levels.map((level, at) => ({
        term: { name: `${name}: ${level}`, variable: name, base: at === 0 },
        values: Float64Array.from(variable.values, (value) => (value === level ? 1 : 0)),
      }))
    }
    case 'dummies':
      return dummyColumns(variable.name, variable.columns, size)
  }
}

function dummyColumns(
  variable: string,
  given: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
  size: number,
) {
  const rest = Float64Array.from({ length: size }, (_, i) =>
    given.reduce((left, { values }) => left - (values[i] ?? 0), 1),
  )
  const complete = rest.every((value) => value === 0)
  const columns = given.map(({ name, values }, at) => ({
    term: { name, variable, base: complete && at === 0 },
    values,
  }))
  if (complete) return columns
  return [...columns, { term: { name: `${variable}: (base)`, variable, base: true }, values: rest }]
}

function expansion(terms: readonly Term[], used: readonly number[], normalise: boolean): Matrix {
  const expand = matrix(terms.length, used.length)
  const set = (row: number, column: number, value: number) => {
    const at = column * terms.length + row
    expand.values[at] = (expand.values[at] ?? 0) + value
  }
  used.forEach((term, column) => {
    set(term, column, 1)
  })
  if (!normalise) return expand
  const sets = new Set(terms.filter(({ base }) => base).map(({ variable }) => variable))
  for (const variable of sets) {
    const members = terms.flatMap((term, at) => (term.variable === variable ? [at] : []))
    used.forEach((term, column) => {
      if (terms[term]?.variable !== variable) return
      for (const member of members) set(member, column, -1 / members.length)
      set(0, column, 1 / members.length)
    })
  }
  return expand
}
