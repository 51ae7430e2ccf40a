import { booleanReadings } from './boolean-readings'
import { dateReadings } from './date-readings'
import { numberReadings } from './number-readings'
import type { Reading } from './reading'

export {
  bareSql,
  type DateOrder,
  fits,
  type Reading,
  sqlText,
  sqlTypes,
  strictSql,
  valueSql,
} from './reading'

/** All readings, the more special before the more general: the first that fits a whole column is taken. */
export const readings: readonly Reading[] = [...booleanReadings, ...numberReadings, ...dateReadings]
