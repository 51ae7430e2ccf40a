import type { RejectReason } from '../../../analyses/model/problems'
import type { Reject } from '../csv/rejects'
import type { JsonReader, TextPosition } from './document'
import { NotJson, type ScalarKind } from './events'
import { isLeaf, type Plan } from './plan'
import { memberName } from './shape'

/** All texts of one record together; one longer than that would have to be held in memory whole. */
const MAX_RECORD_CHARACTERS = 32 * 1024 * 1024

export interface JsonRecord {
  readonly cells: (string | null)[]
  /** Number of the record, from 1; in JSON Lines its line. */
  readonly number: number
}

export interface RecordLayout {
  readonly plan: Plan
  readonly width: number
  /** Columns for the number and the id of the parent record; -1: none. */
  readonly parentNumber: number
  readonly parentId: number
  /** Records are numbered by their lines. */
  readonly byLine: boolean
}

interface Open {
  readonly plan: Plan | null
  readonly isObject: boolean
  readonly serial: number
  /** Values met inside. */
  inside: number
}

/** Follows a plan through a document and makes a row of every record. `drain` is the heir's. */
export class RecordReader implements JsonReader {
  /** Records finished since the last `take`. */
  protected done: JsonRecord[] = []
  protected rejected: Reject[] = []
  /** Records met, the rejected ones included. */
  read = 0

  private readonly stack: Open[] = []
  private next: Plan | null
  private lastKey = ''
  private skipped = 0
  private capture: TextCapture | null = null
  private cells: (string | null)[] | null = null
  private startedBroken = 0
  private startedLine = 0
  private size = 0
  private serial = 0
  private parents = 0
  private parentLine = 0
  private parentId: string | null = null
  private parentFrom: JsonRecord[] | null = null
  private position: TextPosition = { line: 1, broken: 0 }

  constructor(private readonly layout: RecordLayout) {
    this.next = layout.plan
  }

  attach(position: TextPosition): void {
    this.position = position
  }

  beginObject(): void {
    this.open(true)
  }

  beginArray(): void {
    this.open(false)
  }

  endObject(): void {
    this.close()
  }

  endArray(): void {
    this.close()
  }

  key(name: string): void {
    if (this.skipped > 0) return
    if (this.capture !== null) {
      this.grow(name.length + 3)
      this.capture.key(name)
      return
    }
    this.lastKey = name
    const top = this.stack.at(-1)
    if (top === undefined || top.plan === null) return
    top.inside++
    this.next = this.memberOf(top.plan, name, top.serial)
  }

  scalar(text: string | null, kind: ScalarKind): void {
    if (this.skipped > 0) return
    if (this.capture !== null) {
      this.grow((text?.length ?? 4) + 2)
      this.capture.scalar(text, kind)
      return
    }
    const place = this.place()
    if (place === null) return
    if (place.record) this.startRecord(place)
    this.grow(text?.length ?? 0)
    if (place.slot >= 0 && this.cells !== null) this.cells[place.slot] = text
    if (place.parentId) this.parentId = text
    if (place.record) this.endRecord()
  }

  needsText(): boolean {
    return this.skipped === 0
  }

  badLine(line: number, raw: string): void {
    this.read++
    this.rejected.push({
      line,
      raw: raw.slice(0, 100_000),
      reason: 'not-json',
      filled: 1,
      fields: 1,
      cut: false,
    })
  }

  /** What has been finished, handed over once. */
  protected take(): { readonly records: readonly JsonRecord[]; readonly rejects: readonly Reject[] } {
    const taken = { records: this.done, rejects: this.rejected }
    this.done = []
    this.rejected = []
    return taken
  }

  private memberOf(of: Plan, name: string, serial: number): Plan | null {
    for (let occurrence = 1; ; occurrence++) {
      const member = of.members.get(memberName(name, occurrence))
      if (member === undefined) return occurrence === 1 ? of.any : null
      if (member.owner !== serial) {
        member.owner = serial
        return member
      }
    }
  }

  /** The plan for the value that begins now. */
  private place(): Plan | null {
    const top = this.stack.at(-1)
    if (top === undefined || top.isObject) return this.next
    const index = top.inside++
    const { items = null, cellSlots = null } = top.plan ?? {}
    if (items !== null && cellSlots !== null) items.slot = cellSlots[index] ?? -1
    return items
  }

  private open(isObject: boolean): void {
    if (this.skipped > 0) {
      this.skipped++
      return
    }
    if (this.capture !== null) {
      this.grow(2)
      this.capture.open(isObject)
      return
    }
    const place = this.place()
    if (place === null) {
      this.skipped = 1
      return
    }
    if (place.record) this.startRecord(place)
    if (place.parent) this.startParent()
    const goesOn = isObject ? place.members.size > 0 || place.any !== null : place.items !== null
    if (!goesOn && (place.slot >= 0 || (place.record && isLeaf(place)))) {
      this.capture = new TextCapture(place, isObject)
      return
    }
    this.stack.push({ plan: place, isObject, serial: ++this.serial, inside: 0 })
    if (!goesOn) {
      // Of the other kind than planned, and nowhere to keep it: passed over, but its end must be heard.
      this.next = null
    }
  }

  private close(): void {
    if (this.skipped > 0) {
      this.skipped--
      return
    }
    if (this.capture !== null) {
      if (this.capture.close()) this.endCapture(this.capture)
      return
    }
    const top = this.stack.pop()
    const place = top?.plan ?? null
    if (top === undefined || place === null) return
    if (top.inside === 0 && place.slot >= 0 && this.cells !== null) {
      this.cells[place.slot] = top.isObject ? '{}' : '[]'
    }
    if (place.record) this.endRecord()
    if (place.parent) this.endParent()
  }

  private endCapture({ plan, text }: TextCapture): void {
    this.capture = null
    if (plan.slot >= 0 && this.cells !== null) this.cells[plan.slot] = text
    if (plan.record) this.endRecord()
    if (plan.parent) this.endParent()
  }

  private startRecord({ keySlot }: Plan): void {
    this.cells = new Array<string | null>(this.layout.width).fill(null)
    if (keySlot >= 0) this.cells[keySlot] = this.lastKey
    this.startedBroken = this.position.broken
    this.startedLine = this.position.line
    this.size = 0
  }

  private endRecord(): void {
    const { cells } = this
    if (cells === null) return
    this.cells = null
    this.read++
    const number = this.layout.byLine ? this.startedLine : this.read
    if (this.position.broken > this.startedBroken) {
      this.rejected.push(rejectOf(cells, number, 'broken-characters'))
      return
    }
    if (this.layout.parentNumber >= 0) {
      cells[this.layout.parentNumber] = String(this.layout.byLine ? this.parentLine : this.parents)
    }
    const record = { cells, number }
    // The id may stand after the records: they wait for the end of their parent.
    if (this.parentFrom === null) this.done.push(record)
    else this.parentFrom.push(record)
  }

  private startParent(): void {
    this.parents++
    this.parentLine = this.position.line
    this.parentId = null
    this.parentFrom = this.layout.parentId >= 0 ? [] : null
  }

  private endParent(): void {
    const { parentFrom } = this
    if (parentFrom === null) return
    for (const record of parentFrom) {
      record.cells[this.layout.parentId] = this.parentId
      this.done.push(record)
    }
    this.parentFrom = null
  }

  private grow(characters: number): void {
    this.size += characters
    if (this.size > MAX_RECORD_CHARACTERS) throw new NotJson('size', this.startedLine, 1)
  }
}

function rejectOf(cells: readonly (string | null)[], line: number, reason: RejectReason): Reject {
  const filled = cells.filter((cell) => cell !== null)
  const raw = filled.join('; ').slice(0, 100_000)
  return { line, raw, reason, filled: filled.length, fields: cells.length, cut: false }
}

/** The JSON text of one value, without blanks, its numbers as they were written. */
class TextCapture {
  private readonly parts: string[]
  private readonly closers: string[]
  private first = true

  constructor(
    readonly plan: Plan,
    isObject: boolean,
  ) {
    this.parts = [isObject ? '{' : '[']
    this.closers = [isObject ? '}' : ']']
  }

  get text(): string {
    return this.parts.join('')
  }

  key(name: string): void {
    this.comma()
    this.parts.push(JSON.stringify(name), ':')
    this.first = true
  }

  scalar(text: string | null, kind: ScalarKind): void {
    this.comma()
    this.parts.push(text === null ? 'null' : kind === 'string' ? JSON.stringify(text) : text)
    this.first = false
  }

  open(isObject: boolean): void {
    this.comma()
    this.parts.push(isObject ? '{' : '[')
    this.closers.push(isObject ? '}' : ']')
    this.first = true
  }

  /** True when the captured value has ended. */
  close(): boolean {
    this.parts.push(this.closers.pop() ?? '')
    this.first = false
    return this.closers.length === 0
  }

  private comma(): void {
    if (!this.first) this.parts.push(',')
  }
}
