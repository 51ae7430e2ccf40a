/*
 * The library that packs the file cuts texts every 16,384 places, also through the middle of a letter that takes two
 * of them, and both halves are lost. So each half travels as a letter of its own that no printable text holds.
 */
const [firstHalf, firstPrivate] = [0xd800, 0xe000]

const asHalves = (text: string): string =>
  text.replace(/[\ud800-\udfff]/g, (half) => shifted(half, firstPrivate - firstHalf))

export const asWhole = (text: string): string =>
  text.replace(/[\ue000-\ue7ff]/g, (half) => shifted(half, firstHalf - firstPrivate))

const shifted = (half: string, by: number): string => String.fromCharCode(half.charCodeAt(0) + by)

/** Every text of a value that is plain data. */
export const textsAsHalves = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inside) => (typeof inside === 'string' ? asHalves(inside) : inside))
