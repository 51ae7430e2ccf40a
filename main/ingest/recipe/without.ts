import { type ImportOptions, importOptionsSchema } from '../../../analyses/model/data-set'

/** Options with some of them taken out. */
export const without = (options: ImportOptions, keys: readonly (keyof ImportOptions)[]): ImportOptions =>
  importOptionsSchema.parse(
    Object.fromEntries(Object.entries(options).filter(([key]) => !keys.some((one) => one === key))),
  )
