/** How charts and documents look; the window's style sheet uses the same values. Chosen in one place, tested in `tokens.test.ts`. */

export const chartThemes = ['light', 'dark', 'print'] as const
/** `print` is grey only: it must still tell women, men and total apart on a black-and-white printer. */
export type ChartTheme = (typeof chartThemes)[number]

export interface Palette {
  readonly page: string
  readonly panel: string
  readonly raised: string
  readonly text: string
  readonly quiet: string
  readonly border: string
  readonly strongBorder: string
  readonly accent: string
  readonly good: string
  readonly attention: string
  readonly bad: string
  readonly women: string
  readonly men: string
  readonly total: string
  /** Stripes of a suppressed cell, and the fill of a territory without data. */
  readonly suppressed: string
  readonly noData: string
  /** At most seven named categories; the eighth is `quiet` and called "other". */
  readonly categories: readonly string[]
  /** One hue, from little to much. */
  readonly sequential: readonly string[]
  /** High among high, low among low, high among low, low among high, nothing certain: from dark to light, so that they differ in grey. */
  readonly quadrants: readonly string[]
  /** Below, at, above a stated value. */
  readonly diverging: readonly string[]
}

const light: Palette = {
  page: '#F7F7F5',
  panel: '#FFFFFF',
  raised: '#FFFFFF',
  text: '#1C1F23',
  quiet: '#565D66',
  border: '#DCDDDA',
  strongBorder: '#767C84',
  accent: '#1F5F8B',
  good: '#2D6A3E',
  attention: '#8A5A00',
  bad: '#A3282B',
  women: '#6B4C9A',
  men: '#B8731B',
  total: '#565D66',
  suppressed: '#767C84',
  noData: '#ECECEA',
  // Okabe and Ito (2008), the light ones darkened until they stand 3:1 on white; the first three differ in grey too.
  categories: ['#B87F00', '#004B78', '#007D5A', '#8A8000', '#2E8FC7', '#C65700', '#B85F92'],
  sequential: ['#D5E8E6', '#A3CBCB', '#6BA9AE', '#37808A', '#0F5560'],
  quadrants: ['#46297A', '#3F8A57', '#B79FD6', '#C5E6CC', '#FFFFFF'],
  diverging: ['#6B4C9A', '#9B84BC', '#CFC3DF', '#F4F4F2', '#BFD8C4', '#77A987', '#2D6A3E'],
}

const dark: Palette = {
  page: '#16181B',
  panel: '#1D2024',
  raised: '#262A2F',
  text: '#ECEEF0',
  quiet: '#A5ADB6',
  border: '#343A41',
  strongBorder: '#8A929B',
  accent: '#7DB9E0',
  good: '#86C796',
  attention: '#E0B45C',
  bad: '#F08C8A',
  women: '#C4ADEB',
  men: '#C9832F',
  total: '#A5ADB6',
  suppressed: '#8A929B',
  noData: '#262A2F',
  categories: ['#E69F00', '#56B4E9', '#00A87B', '#F0E442', '#4C8FC9', '#E86F1C', '#CC79A7'],
  sequential: ['#1B3C42', '#22606A', '#3A8790', '#6CB0B4', '#B0D9D8'],
  quadrants: ['#C4ADEB', '#86C796', '#6F55A0', '#3A6E4A', '#2B2F34'],
  diverging: ['#C4ADEB', '#8F75BB', '#54437A', '#2B2F34', '#2F5A3C', '#56906A', '#86C796'],
}

const print: Palette = {
  page: '#FFFFFF',
  panel: '#FFFFFF',
  raised: '#FFFFFF',
  text: '#000000',
  quiet: '#4A4A4A',
  border: '#CCCCCC',
  strongBorder: '#6E6E6E',
  accent: '#1A1A1A',
  good: '#3D3D3D',
  attention: '#3D3D3D',
  bad: '#1A1A1A',
  women: '#262626',
  men: '#8C8C8C',
  total: '#5A5A5A',
  suppressed: '#6E6E6E',
  noData: '#EEEEEE',
  categories: ['#262626', '#8C8C8C', '#4A4A4A', '#7A7A7A', '#363636', '#919191', '#5E5E5E'],
  sequential: ['#E6E6E6', '#BDBDBD', '#919191', '#636363', '#333333'],
  quadrants: ['#262626', '#666666', '#999999', '#CCCCCC', '#F4F4F4'],
  diverging: ['#333333', '#777777', '#BBBBBB', '#F4F4F4', '#BBBBBB', '#777777', '#333333'],
}

export const palettes: Readonly<Record<ChartTheme, Palette>> = { light, dark, print }

export const fontFamily = 'Source Sans 3'
/** Chart text falls back to what a reader's machine is likely to have. */
export const fontStack = `"${fontFamily}", "Segoe UI", "Helvetica Neue", Arial, sans-serif`

/** Pixels. Nothing in a chart is smaller than `small`. */
export const fontSize = { small: 12, base: 13, strong: 14, title: 16 } as const

/** Women, men, total, women minus men: always this order, each with a shape and a line of its own beside its colour. */
export const sexMarks = [
  { code: 'F', style: 'women', token: 'women', shape: 'circle', dash: [1, 0] },
  { code: 'M', style: 'men', token: 'men', shape: 'square', dash: [6, 3] },
  { code: 'T', style: 'total', token: 'total', shape: 'diamond', dash: [2, 3] },
  { code: 'F-M', style: 'difference', token: 'text', shape: 'triangle-up', dash: [8, 3, 2, 3] },
] as const
export type SexMark = (typeof sexMarks)[number]

/** Lines of named groups, told apart without colour: the first is whole. */
export const lineDashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 3],
  [10, 3, 2, 3],
  [10, 3],
  [4, 2, 1, 2],
  [1, 2],
]
