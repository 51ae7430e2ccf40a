import type { Locale } from '../model/locale'
import { type ChartTheme, fontSize, fontStack, type Palette, palettes, sexMarks } from './tokens'

/** Parts of a Vega or Vega-Lite document: plain JSON. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Vega-Lite `config` of our charts. Marks take a look by `"style"`: `women`, `men`, `total`, `interval`,
 * `connector`, `reference`, `treated`, `comparison`, `counterfactual`, `intervention`, `label`, `suppressed`.
 */
export function vegaTheme(theme: ChartTheme, locale: Locale): Json {
  const palette = palettes[theme]
  return {
    background: palette.panel,
    font: fontStack,
    padding: 4,
    locale: { number: numberLocale(locale), time: timeLocale(locale) },
    // Our own title and description name the picture; Vega's would announce every mark in English.
    aria: false,
    view: { stroke: null, continuousWidth: 480, continuousHeight: 280, discreteHeight: { step: 26 } },
    ...axes(palette),
    ...guides(palette),
    ...marks(palette),
    style: styles(palette),
    range: {
      category: palette.categories,
      ordinal: palette.sequential,
      ramp: palette.sequential,
      heatmap: palette.sequential,
      diverging: palette.diverging,
      sex: sexMarks.map(({ token }) => palette[token]),
      symbol: sexMarks.map(({ shape }) => shape),
    },
  }
}

function axes(palette: Palette): Json {
  return {
    axis: {
      labelColor: palette.quiet,
      labelFontSize: fontSize.small,
      labelFontWeight: 400,
      labelPadding: 6,
      labelLimit: 240,
      titleColor: palette.quiet,
      titleFontSize: fontSize.small,
      titleFontWeight: 400,
      titlePadding: 10,
      titleLimit: 640,
      gridColor: palette.border,
      domainColor: palette.strongBorder,
      tickColor: palette.strongBorder,
      tickSize: 4,
    },
    axisQuantitative: { domain: false, ticks: false, tickCount: 6, grid: true, labelFlush: false },
    axisDiscrete: { grid: false, ticks: false, domain: false },
    axisYDiscrete: { labelPadding: 12 },
    axisTemporal: { grid: false },
    axisXDiscrete: { labelAngle: 0, domain: true, labelOverlap: 'greedy', labelSeparation: 8 },
    axisX: { titleAlign: 'left', titleAnchor: 'start' },
    // A sideways title is hard to read: it lies flat above its axis.
    axisYQuantitative: { titleAngle: 0, titleAlign: 'left', titleX: 0, titleY: -14, titleBaseline: 'bottom' },
  }
}

function guides(palette: Palette): Json {
  return {
    legend: {
      orient: 'top',
      direction: 'horizontal',
      // Room for the flat title of the upright axis, which lies between the legend and the picture.
      offset: 32,
      labelColor: palette.text,
      labelFontSize: fontSize.base,
      labelLimit: 220,
      titleColor: palette.quiet,
      titleFontSize: fontSize.small,
      titleFontWeight: 400,
      symbolSize: 90,
      symbolStrokeWidth: 2,
      columnPadding: 20,
      rowPadding: 6,
    },
    header: {
      labelColor: palette.text,
      labelFontSize: fontSize.base,
      labelFontWeight: 600,
      labelAnchor: 'start',
      labelLimit: 200,
      titleColor: palette.quiet,
      titleFontSize: fontSize.small,
      titleFontWeight: 400,
    },
  }
}

function marks(palette: Palette): Json {
  return {
    mark: { color: palette.accent },
    bar: { color: palette.accent, cornerRadiusEnd: 1 },
    line: { color: palette.accent, strokeWidth: 2, strokeJoin: 'round', strokeCap: 'butt' },
    point: { color: palette.accent, filled: true, size: 64, opacity: 1 },
    // No width here: what a mark type says would win over what a style says.
    rule: { color: palette.strongBorder },
    area: { color: palette.accent, opacity: 0.2, line: false },
    text: { color: palette.text, fontSize: fontSize.small },
    geoshape: { stroke: palette.panel, strokeWidth: 0.75 },
  }
}

function styles(palette: Palette): Json {
  const sexes = sexMarks.map(({ style, token, shape, dash }) => [
    style,
    { color: palette[token], fill: palette[token], shape, strokeDash: dash, filled: true, size: 80 },
  ])
  return {
    // A line must not be filled, so the line twin of each sex has only a stroke.
    ...Object.fromEntries(
      sexMarks.flatMap(({ style, token, dash }) => [
        [`${style}-line`, { color: palette[token], stroke: palette[token], strokeDash: dash, filled: false }],
      ]),
    ),
    ...Object.fromEntries(sexes),
    interval: { color: palette.text, strokeWidth: 1.5, strokeCap: 'butt' },
    // Often an interval: it must stand out from the page as any mark that says something.
    connector: { color: palette.strongBorder, strokeWidth: 2.5, strokeCap: 'round' },
    reference: { color: palette.text, strokeWidth: 1 },
    treated: { color: palette.accent, stroke: palette.accent },
    comparison: { color: palette.quiet, stroke: palette.quiet },
    counterfactual: { color: palette.quiet, stroke: palette.quiet, strokeDash: [5, 4] },
    intervention: { color: palette.text, strokeDash: [2, 2] },
    label: { color: palette.text, fontSize: fontSize.small },
    'quiet-label': { color: palette.quiet, fontSize: fontSize.small },
    suppressed: { color: palette.suppressed, fontSize: fontSize.strong },
    absent: { color: palette.quiet, fontSize: fontSize.strong, fontWeight: 600 },
  }
}

const part = (locale: Locale, value: number, type: Intl.NumberFormatPartTypes, options = {}): string =>
  new Intl.NumberFormat(locale, options).formatToParts(value).find((found) => found.type === type)?.value ??
  ''

/** d3-format's locale, taken from the same source as the tables' numbers so that both agree. */
function numberLocale(locale: Locale): Json {
  const space = part(locale, 0.5, 'literal', { style: 'percent' })
  return {
    decimal: part(locale, 0.5, 'decimal', { minimumFractionDigits: 1 }),
    thousands: part(locale, 1234567, 'group'),
    grouping: [3],
    currency: ['', ''],
    minus: '−',
    percent: `${space}%`,
  }
}

function timeLocale(locale: Locale): Json {
  const name = (options: Intl.DateTimeFormatOptions, day: number, month: number): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      new Date(Date.UTC(2023, month, day)),
    )
  const months = Array.from({ length: 12 }, (_, month) => month)
  // 1 January 2023 was a Sunday, with which d3-time-format starts.
  const days = Array.from({ length: 7 }, (_, day) => day + 1)
  return {
    dateTime: '%x %X',
    date: locale === 'en' ? '%d/%m/%Y' : '%-d. %-m. %Y',
    time: '%H:%M:%S',
    periods: ['AM', 'PM'],
    days: days.map((day) => name({ weekday: 'long' }, day, 0)),
    shortDays: days.map((day) => name({ weekday: 'short' }, day, 0)),
    months: months.map((month) => name({ month: 'long' }, 1, month)),
    shortMonths: months.map((month) => name({ month: 'short' }, 1, month)),
  }
}
