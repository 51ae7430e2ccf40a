import { deflateSync } from 'node:zlib'

export type Vision = 'normal' | 'deuteranopia' | 'protanopia' | 'tritanopia' | 'grey'
export const visions: readonly Vision[] = ['normal', 'deuteranopia', 'protanopia', 'tritanopia', 'grey']

type Rgb = readonly [number, number, number]
type Matrix = readonly [Rgb, Rgb, Rgb]

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light; grey is the luminance of sRGB. */
const matrices: Readonly<Record<Exclude<Vision, 'normal'>, Matrix>> = {
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
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const linear = (byte: number): number => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const encoded = (light: number): number => {
  const share = Math.min(1, Math.max(0, light))
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055))
}

/** One colour as it is seen. */
export function seen([r, g, b]: Rgb, vision: Vision): Rgb {
  if (vision === 'normal') return [r, g, b]
  const light = [linear(r), linear(g), linear(b)] as const
  const [first, second, third] = matrices[vision]
  const mixed = (row: Rgb) => encoded(row[0] * light[0] + row[1] * light[1] + row[2] * light[2])
  return [mixed(first), mixed(second), mixed(third)]
}

export const rgbOf = (hex: string): Rgb => {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

/** CIE L*: how light a colour is to the eye, 0 to 100. */
export function lightness([r, g, b]: Rgb): number {
  const y = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

/** Pixels (RGBA) as they are seen, in place of the old ones. */
export function simulate(pixels: Uint8Array, vision: Vision): Uint8Array {
  const known = new Map<number, Rgb>()
  const out = new Uint8Array(pixels)
  for (let at = 0; at < out.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [out[at], out[at + 1], out[at + 2]]
    const key = (r << 16) | (g << 8) | b
    const colour = known.get(key) ?? seen([r, g, b], vision)
    known.set(key, colour)
    out.set(colour, at)
  }
  return out
}

/** A PNG of RGBA pixels: one filterless stream, enough for looking at. */
export function pngOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, part('IHDR', header), part('IDAT', deflateSync(lines)), part('IEND')])
}

function part(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ -1) >>> 0
}
