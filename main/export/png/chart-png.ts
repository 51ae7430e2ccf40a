import type { Fonts } from '../svg/fonts'

/** Twice the size in pixels: sharp in print and on dense screens. */
const twice = 2

/**
 * An SVG of ours as PNG, drawn with our own font files, so that it looks the same on every machine. Only when a
 * label needs letters the font lacks (Arabic, Chinese) are the machine's fonts asked, rather than drawing boxes. Drawn
 * beside the thread that asks, which stays free.
 */
export async function chartPng(svg: string, fonts: Fonts, zoom = twice): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const texts = svg.replace(/<[^>]*>/g, '')
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontFiles: [...fonts.files],
      loadSystemFonts: !fonts.covers(texts),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  })
  return picture.asPng()
}
