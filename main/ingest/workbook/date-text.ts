import type { CellValue } from './cells'
import { type NumberFormat, plainNumber } from './number-format'
import { numberText } from './number-text'

/** The day that is number 0: 1900 counts a 29 February that never was, 1904 begins on 1 January 1904. */
export type Epoch = 1900 | 1904

const DAY = 86_400_000
/** 9999-12-31, the last day programs know. */
const LAST_DAY = 2_958_465
const epochDays = { 1900: Date.UTC(1899, 11, 30) / DAY, 1904: Date.UTC(1904, 0, 1) / DAY } as const

/**
 * A number with its format as a cell: dates as ISO text (2024-03-01, 2024-03-01T12:30:00, 12:30:00; durations
 * 255:10:10), codes with their zeros, all else as the shortest exact number. A date that is none stays its number.
 */
export function formattedValue(value: number, format: NumberFormat, epoch: Epoch): CellValue {
  const text = numberText(value)
  if (text === null) return { kind: 'error', text: '#NUM!' }
  if (format.kind === 'number') return { kind: 'number', text }
  if (format.kind === 'proportion') return { kind: 'proportion', text }
  if (format.kind === 'padded') {
    const code = Number.isInteger(value) && value >= 0 && text.length < format.digits
    return code ? { kind: 'text', text: text.padStart(format.digits, '0') } : { kind: 'number', text }
  }
  const date = dateText(value, format.kind, epoch)
  return date === null ? formattedValue(value, plainNumber, epoch) : { kind: 'date', text: date }
}

/** Serial number as ISO text; null where no date is meant by it (negative, beyond 9999, the unreal days of 1900). */
export function dateText(
  serial: number,
  kind: 'date' | 'time' | 'timestamp' | 'duration',
  epoch: Epoch,
): string | null {
  const shown = Math.round(serial * DAY)
  if (kind === 'duration') return durationText(shown)
  const days = Math.floor(shown / DAY)
  const clock = shown - days * DAY
  if (shown < 0 || days > LAST_DAY) return null
  if (days === 0 && (kind === 'time' || (clock > 0 && epoch === 1900))) return clockText(clock)
  const day = dayText(days, epoch)
  if (day === null) return null
  return clock === 0 && kind !== 'timestamp'
    ? kind === 'time'
      ? `${day}T00:00:00`
      : day
    : `${day}T${clockText(clock)}`
}

function dayText(days: number, epoch: Epoch): string | null {
  // 1900: day 60 is the 29 February that never was, and the days before it stand one lower.
  if (epoch === 1900 && (days === 0 || days === 60)) return null
  const shift = epoch === 1900 && days < 60 ? 1 : 0
  const date = new Date((epochDays[epoch] + days + shift) * DAY)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10)
}

const two = (value: number): string => String(value).padStart(2, '0')

function clockText(ms: number): string {
  const rest = ms % 1000
  const seconds = Math.floor(ms / 1000)
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`
}

const durationText = (ms: number): string => (ms < 0 ? `-${clockText(-ms)}` : clockText(ms))
