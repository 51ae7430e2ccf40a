import { type Palette, palettes } from '../../analyses/charts'

type Pair = readonly [string, string]

/** Each colour of the light palette with its twin; one that has two parts to play keeps the first. */
function twinsOf(light: Palette, dark: Palette): ReadonlyMap<string, string> {
  const names = Object.keys(light) as (keyof Palette)[]
  const pairs = names.flatMap((name): readonly Pair[] => {
    const [from, to] = [[light[name]].flat(), [dark[name]].flat()]
    return from.map((colour, at) => [colour.toLowerCase(), (to[at] ?? colour).toLowerCase()] as const)
  })
  // White is the panel that charts stand on, black is what they write with.
  const named: readonly Pair[] = [
    ...['#ffffff', '#fff', 'white'].map((white): Pair => [white, dark.panel.toLowerCase()]),
    ...['#000', 'black'].map((black): Pair => [black, dark.text.toLowerCase()]),
  ]
  return new Map([...pairs, ...named].reverse())
}

/**
 * A dark window draws the same specification with the dark theme's configuration; colours that a chart names
 * itself (women, men, classes of a map) stand outside of it and get their dark twin here (LOOK: light / dark pairs).
 */
const darkTwins = twinsOf(palettes.light, palettes.dark)

/** A copy of the specification for a dark window. Data are left alone: a text in a row is never a colour. */
export const darken = (spec: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      key === 'data' || key === 'datasets' || key === 'values' ? value : darkenValue(value),
    ]),
  )

function darkenValue(value: unknown): unknown {
  if (typeof value === 'string') return darkTwins.get(value.toLowerCase()) ?? value
  if (Array.isArray(value)) return value.map(darkenValue)
  return isRecord(value) ? darken(value) : value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
