import { describe, expect, test } from 'vitest'
import { contrast, linear, luminance, rgb } from './contrast'
import { chartThemes, fontSize, type Palette, palettes } from './tokens'

type Rgb = readonly [number, number, number]

/** Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB; monochromacy as luminance. */
const visions: Readonly<Record<string, readonly (readonly number[])[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function lab(hex: string, vision: readonly (readonly number[])[]): Rgb {
  const source = rgb(hex).map(linear)
  const [r = 0, g = 0, b = 0] = vision.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * (source[index] ?? 0), 0),
      ),
    ),
  )
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE76 distance; 2.3 is just noticeable, 10 is seen at a glance. */
function distance(a: string, b: string, vision: readonly (readonly number[])[]): number {
  const [one, two] = [lab(a, vision), lab(b, vision)]
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2])
}

describe.each(chartThemes)('%s', (theme) => {
  const palette = palettes[theme]
  const grounds = [palette.page, palette.panel, palette.raised]

  test.each(['text', 'quiet', 'accent', 'good', 'attention', 'bad'] as const)('%s can be read', (role) => {
    for (const ground of grounds) expect(contrast(palette[role], ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['women', 'men', 'total', 'strongBorder', 'suppressed'] as const)('%s can be seen', (role) => {
    for (const ground of grounds) expect(contrast(palette[role], ground)).toBeGreaterThanOrEqual(3)
  })

  test('each category can be seen on the chart', () => {
    expect(palette.categories).toHaveLength(7)
    for (const colour of palette.categories)
      expect(contrast(colour, palette.panel), colour).toBeGreaterThanOrEqual(3)
  })

  test('sequential colours run one way', () => {
    const steps = palette.sequential.map((colour) => luminance(rgb(colour)))
    const sorted = [...steps].sort((a, b) => (theme === 'dark' ? a - b : b - a))
    expect(steps).toEqual(sorted)
  })
})

describe.each(Object.keys(visions))('scales seen with %s', (name) => {
  const vision = visions[name] ?? []
  const steps = (colours: readonly string[]) => colours.map((colour) => lab(colour, vision)[0])
  const falls = (lights: readonly number[], by: number) =>
    lights.slice(1).every((light, at) => (lights[at] ?? 0) - light >= by)

  test.each(['light', 'print'] as const)(
    '%s: each step of a sequential scale is darker than the one before',
    (theme) => {
      expect(falls(steps(palettes[theme].sequential), 8)).toBe(true)
    },
  )
  test.each(['light', 'print'] as const)(
    '%s: a diverging scale darkens from its middle to both ends',
    (theme) => {
      const lights = steps(palettes[theme].diverging)
      expect(falls(lights.slice(3), 8)).toBe(true)
      expect(falls(lights.slice(0, 4).reverse(), 8)).toBe(true)
    },
  )
  test.each(['light', 'print'] as const)('%s: classes of neighbours differ in lightness alone', (theme) => {
    expect(falls(steps(palettes[theme].quadrants).reverse(), 7)).toBe(true)
  })
})

const sexes = (palette: Palette) => [
  [palette.women, palette.men],
  [palette.women, palette.total],
  [palette.men, palette.total],
]

describe.each(Object.keys(visions))('seen with %s', (name) => {
  const vision = visions[name] ?? []
  test.each(['light', 'dark'] as const)('women, men and total stay apart in the %s theme', (theme) => {
    for (const [a = '', b = ''] of sexes(palettes[theme]))
      expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(10)
  })
})

test('in grey, women, men and total differ in lightness', () => {
  for (const [a = '', b = ''] of sexes(palettes.print))
    expect(Math.abs(lab(a, visions['normal'] ?? [])[0] - lab(b, visions['normal'] ?? [])[0])).toBeGreaterThan(
      15,
    )
})

test('the first three categories differ in grey, so that stacked bars can be read on paper', () => {
  const [first = 0, second = 0, third = 0] = palettes.light.categories.map(
    (hex) => lab(hex, visions['normal'] ?? [])[0],
  )
  for (const difference of [first - second, first - third, third - second])
    expect(difference).toBeGreaterThan(10)
})

test('nothing is smaller than 12 px', () => {
  expect(Math.min(...Object.values(fontSize))).toBeGreaterThanOrEqual(12)
})
