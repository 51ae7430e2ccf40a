/** `opentype.js` ships no types; these are the few words of it we use. */
declare module 'opentype.js' {
  export interface Glyph {
    readonly index: number
    readonly advanceWidth?: number
  }
  export interface Font {
    readonly unitsPerEm: number
    charToGlyph(character: string): Glyph
  }
  type Parse = (buffer: ArrayBuffer) => Font
  /** There when a bundler reads the package. */
  export const parse: Parse | undefined
  /** There when Node reads it, as CommonJS. */
  const bundled: { readonly parse: Parse } | undefined
  export default bundled
}
