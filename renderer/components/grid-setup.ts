import {
  CellStyleModule,
  ColumnApiModule,
  DateFilterModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  NumberFilterModule,
  RowApiModule,
  TextFilterModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community'
import type { Translate } from '../i18n'

// Only what the grids use: every module more is code the window has to parse at start.
ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  DateFilterModule,
  InfiniteRowModelModule,
  LocaleModule,
  NumberFilterModule,
  RowApiModule,
  TextFilterModule,
  TooltipModule,
])

/** The grid wears the window's own tokens, so light, dark and contrast need no second definition. */
export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--panel)',
  foregroundColor: 'var(--text)',
  textColor: 'var(--text)',
  borderColor: 'var(--border)',
  borderRadius: 'var(--radius)',
  wrapperBorderRadius: 'var(--radius)',
  chromeBackgroundColor: 'var(--panel)',
  headerBackgroundColor: 'var(--page)',
  headerTextColor: 'var(--text)',
  headerFontWeight: 600,
  headerFontSize: 'var(--size-grid)',
  fontFamily: 'var(--font)',
  fontSize: 'var(--size-grid)',
  dataFontSize: 'var(--size-grid)',
  cellHorizontalPadding: '10px',
  rowHoverColor: 'var(--accent-wash)',
  oddRowBackgroundColor: 'var(--panel)',
  menuBackgroundColor: 'var(--raised)',
  inputBackgroundColor: 'var(--panel)',
  inputBorder: '1px solid var(--border-strong)',
  tooltipBackgroundColor: 'var(--raised)',
  tooltipTextColor: 'var(--text)',
  spacing: '6px',
  browserColorScheme: 'inherit',
})

/** The nonce the style sheets of the grid need under the content security policy; read as a property, the attribute is hidden. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const words = [
  'contains',
  'equals',
  'notEqual',
  'startsWith',
  'lessThan',
  'greaterThan',
  'inRange',
  'blank',
  'notBlank',
  'before',
  'after',
  'filterOoo',
  'inRangeStart',
  'inRangeEnd',
  'applyFilter',
  'resetFilter',
  'ariaFilterValue',
  'ariaFilterFromValue',
  'ariaFilterToValue',
  'ariaFilteringOperator',
  'ariaFilterMenuOpen',
  'ariaLabelColumnFilter',
  'ariaLabelColumnMenu',
  'ariaLabelCell',
  'ariaLabelTooltip',
  'ariaColumnFiltered',
  'ariaSortableColumn',
  'ariaMenuColumn',
  'ariaFilterColumn',
  'ariaColumn',
  'loadingOoo',
  'loadingError',
  'noRowsToShow',
  'dateFormatOoo',
  'filterMenu',
] as const

/** The grid's own words in the reader's language. */
export const gridWords = (t: Translate): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, t(`grid.${word}`)]))
