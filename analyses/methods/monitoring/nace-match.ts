import { defineMethod, oneOf } from '../core/define-method'
import { naceSections } from './nace-sections'

export interface DomainEntry {
  readonly priority: string
  /** One code (62), a prefix (26.1*), a section (J), or a span (C10-C12, 58-63). */
  readonly nace: string
}

export interface DomainMatch {
  readonly priority: string
  readonly nace: string
  readonly activity: string
  /**
   * `inside`: the whole activity belongs to the entry. `part`: so it does, but a wider activity of the data that
   * contains it belongs to the domain too, and would count it twice. `coarser`: the data are coarser than the
   * entry, so only a part of the activity belongs to it and the activity is not counted.
   */
  readonly fit: 'inside' | 'part' | 'coarser'
}

/**
 * Which activities of the data belong to which entry of a priority domain. Codes are compared without dots, spaces, and the
 * letter in front of a division (C26.1 = 26.1 = 261); an entry covers everything below it, with or without `*` at its
 * end; a section stands for its divisions, by the version of NACE. An activity that is wider than the entry (data by
 * division, entry by class) fits only in part: `coarser`. Totals (TOTAL, _T) belong to none. What cannot be read as a code
 * matches nothing, and the caller says so.
 */
export function matchNace(
  entries: readonly DomainEntry[],
  activities: readonly string[],
  options: NaceOptions,
): readonly DomainMatch[] {
  const sections = naceSections[options.nace === '2.1' ? '2.1' : '2']
  const spans = activities.flatMap((activity) => {
    const span = spanOf(activity, sections)
    return span === null ? [] : [{ activity, span }]
  })
  const found = entries.flatMap(({ priority, nace }) => {
    const entry = spanOf(nace, sections)
    return entry === null
      ? []
      : spans
          .filter(({ span }) => span.high >= entry.low && span.low <= entry.high)
          .map(({ activity, span }) => ({ priority, nace, activity, span, inside: contains(entry, span) }))
  })
  return found.map(({ priority, nace, activity, span, inside }): DomainMatch => {
    const wider = found.some(
      (other) => other.priority === priority && other.inside && isWider(other.span, span),
    )
    return { priority, nace, activity, fit: inside ? (wider ? 'part' : 'inside') : 'coarser' }
  })
}

/** Activities that no wider activity of the data contains; what is no code stands for itself. */
export function widestOf(activities: readonly string[], { nace }: NaceOptions): readonly string[] {
  const sections = naceSections[nace === '2.1' ? '2.1' : '2']
  const spans = activities.map((activity) => spanOf(activity, sections))
  return activities.filter((_, at) => {
    const own = spans[at] ?? null
    return own === null || !spans.some((other) => other !== null && isWider(other, own))
  })
}

const contains = (outer: Span, inner: Span): boolean => inner.low >= outer.low && inner.high <= outer.high
const isWider = (outer: Span, inner: Span): boolean =>
  contains(outer, inner) && outer.high - outer.low > inner.high - inner.low

export interface NaceOptions {
  readonly nace: string
}

/** Codes as whole numbers of four digits: 26.1 covers 2610..2619, division 26 covers 2600..2699. */
interface Span {
  readonly low: number
  readonly high: number
}

type Sections = Readonly<Record<string, readonly [number, number]>>

/** Null where the text is no code. */
export function spanOf(text: string, sections: Sections): Span | null {
  const code = text.trim().toUpperCase().replace(/\*+$/, '').replaceAll(/[.\s]/g, '')
  const [first = '', last, ...more] = code.split(/[-–_]/)
  if (more.length > 0) return null
  const from = single(first, sections)
  if (last === undefined || from === null) return from
  const to = single(last, sections)
  return to === null || to.high < from.low ? null : { low: from.low, high: to.high }
}

function single(code: string, sections: Sections): Span | null {
  const section = Object.hasOwn(sections, code) ? sections[code] : undefined
  if (section !== undefined) return { low: section[0] * 100, high: section[1] * 100 + 99 }
  const digits = /^[A-V]?(\d{2,4})\d{0,2}$/.exec(code)?.[1]
  if (digits === undefined) return null
  const low = Number(digits.padEnd(4, '0'))
  return { low, high: Number(digits.padEnd(4, '9')) }
}

/** Whether an entry is a code at all. */
export const isNace = (text: string, { nace }: NaceOptions): boolean =>
  spanOf(text, naceSections[nace === '2.1' ? '2.1' : '2']) !== null

export const naceMatchMethod = defineMethod({
  id: 'monitoring/nace-match',
  version: 1,
  cites: ['nace-rev2'],
  options: { nace: oneOf('2', '2.1') },
  example: {
    data: {
      entries: [
        { priority: 'machines', nace: 'C28' },
        { priority: 'digital', nace: '62*' },
        { priority: 'digital', nace: 'C26.1' },
      ],
      activities: ['C26', 'C28', 'J', '6201'],
    },
    options: { nace: '2' },
  },
  compute: ({ entries, activities }, options: NaceOptions) => matchNace(entries, activities, options),
})
