/**
 * A dark window draws the same specification with the dark theme's configuration; colours that a chart names
 * itself (women, men) stand outside of it and get their dark twin here (LOOK: light / dark pairs).
 */
const darkTwins: Readonly<Record<string, string>> = {
  '#f7f7f5': '#16181b',
  '#ffffff': '#1d2024',
  '#fff': '#1d2024',
  white: '#1d2024',
  '#1c1f23': '#eceef0',
  '#000': '#eceef0',
  black: '#eceef0',
  '#565d66': '#a5adb6',
  '#dcddda': '#343a41',
  '#767c84': '#8a929b',
  '#1f5f8b': '#7db9e0',
  '#2d6a3e': '#86c796',
  '#8a5a00': '#e0b45c',
  '#a3282b': '#f08c8a',
  '#6b4c9a': '#c4adeb',
  '#b8731b': '#c9832f',
}

/** A copy of the specification for a dark window. Data are left alone: a text in a row is never a colour. */
export const darken = (spec: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      key === 'data' || key === 'datasets' || key === 'values' ? value : darkenValue(value),
    ]),
  )

function darkenValue(value: unknown): unknown {
  if (typeof value === 'string') return darkTwins[value.toLowerCase()] ?? value
  if (Array.isArray(value)) return value.map(darkenValue)
  return isRecord(value) ? darken(value) : value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
