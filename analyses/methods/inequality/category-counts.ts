/** Women and men of one category (an occupation, an industry); counts, or weighted sums of them. */
export interface CategoryCount {
  readonly women: number
  readonly men: number
}

export function totals(categories: readonly CategoryCount[]): CategoryCount {
  return {
    women: categories.reduce((sum, { women }) => sum + women, 0),
    men: categories.reduce((sum, { men }) => sum + men, 0),
  }
}

/** Four occupations, 100 women and 100 men; D = 0.5 by hand. */
export const exampleCategories: readonly CategoryCount[] = [
  { women: 60, men: 20 },
  { women: 20, men: 10 },
  { women: 10, men: 30 },
  { women: 10, men: 40 },
]
