import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as opentype from 'opentype.js'
import { refuse } from '../../../analyses/model/fault'

export type Weight = 400 | 600

export interface Fonts {
  /** Width of one line in pixels, as the font itself says. */
  readonly width: (text: string, size: number, weight: Weight) => number
  /** False when the text needs a letter the font does not have. */
  readonly covers: (text: string) => boolean
  /** Paths of the TrueType files, for drawing. */
  readonly files: readonly string[]
}

const names = { 400: 'SourceSans3-Regular', 600: 'SourceSans3-Semibold' } as const

/** A file of the font folder; the `source-sans` package and its TTF folder serve as well as a flat one. */
async function read(folder: string, file: string, inside: string): Promise<{ path: string; bytes: Buffer }> {
  for (const path of [join(folder, file), join(folder, inside, file), join(folder, '..', inside, file)]) {
    const bytes = await readFile(path).catch(() => null)
    if (bytes !== null) return { path, bytes }
  }
  return refuse('export.font-missing', { file }, join(folder, file))
}

const loaded = new Map<string, Promise<Fonts>>()

/** Reads the fonts once per folder. Fault `export.font-missing`. */
export function loadFonts(folder: string): Promise<Fonts> {
  const known = loaded.get(folder)
  if (known !== undefined) return known
  const fonts = readFonts(folder)
  loaded.set(folder, fonts)
  // A folder that was incomplete may be complete the next time.
  fonts.catch(() => loaded.delete(folder))
  return fonts
}

async function readFonts(folder: string): Promise<Fonts> {
  const regular = await read(folder, `${names[400]}.ttf`, 'TTF')
  const semibold = await read(folder, `${names[600]}.ttf`, 'TTF')
  const faces = { 400: face(regular.bytes), 600: face(semibold.bytes) }
  return {
    width: (text, size, weight) => {
      let sum = 0
      for (const character of text) sum += faces[weight](character).advance
      return sum * size
    },
    covers: (text) => [...text].every((character) => faces[400](character).known),
    files: [regular.path, semibold.path],
  }
}

/** Advances in ems, remembered per character. */
function face(bytes: Buffer): (character: string) => { readonly advance: number; readonly known: boolean } {
  const parse = opentype.parse ?? opentype.default?.parse
  if (parse === undefined) throw new Error('opentype.js exports no parser')
  const font = parse(new Uint8Array(bytes).buffer)
  const seen = new Map<string, { readonly advance: number; readonly known: boolean }>()
  return (character) => {
    const known = seen.get(character)
    if (known !== undefined) return known
    const glyph = font.charToGlyph(character)
    const made = { advance: (glyph.advanceWidth ?? 500) / font.unitsPerEm, known: glyph.index !== 0 }
    seen.set(character, made)
    return made
  }
}

/** The fonts as data URLs for a document that must look the same on a machine without them. */
export async function fontFaceCss(folder: string): Promise<string> {
  const faces = await Promise.all(
    ([400, 600] as const).map(async (weight) => {
      const { bytes } = await read(folder, `${names[weight]}.ttf.woff2`, join('WOFF2', 'TTF'))
      const url = `data:font/woff2;base64,${bytes.toString('base64')}`
      return `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:normal;src:url(${url}) format("woff2")}`
    }),
  )
  return faces.join('\n')
}
