export { formatCell, isNumericUnit, unitLabel } from './cell-format'
export { checkSpec } from './check-spec'
export { digitsByRow } from './column-digits'
export {
  type AbsentValues,
  type ChartRequest,
  type CompletedChart,
  completeSpec,
  withTheme,
} from './complete-spec'
export type { ChartColumn } from './completion'
export {
  formatNumber,
  formatPercent,
  formatPercentagePoints,
  missingMark,
  type NumberShape,
  suppressedMark,
} from './number-format'
export { formatPeriod } from './period-format'
export { plainText } from './plain-text'
export { sexLabel, withSexInWords } from './sex-channel'
export { isJson, type Json, vegaTheme } from './theme'
export {
  type ChartTheme,
  chartThemes,
  fontFamily,
  fontSize,
  fontStack,
  type Palette,
  palettes,
  sexMarks,
} from './tokens'
