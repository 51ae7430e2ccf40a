/** One code of a list. `label` is empty where the list holds codes only; a name is never a key. */
export interface CodeItem {
  readonly label: string
  readonly parent: string | null
}

/** A code list in one edition. Codes are text, compared as they stand (and in capitals where `capitals`). */
export interface CodeList {
  /** `nuts-2021`, `cz-okres/election`, or what the person called it. */
  readonly id: string
  /** Editions of one and the same list share their family. */
  readonly family: string
  readonly edition: string | null
  readonly country: string | null
  /** ISO dates; null: open. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
  readonly items: ReadonlyMap<string, CodeItem>
  /** Level of a code of this list, or null. Lists of one level answer with it, NUTS with `country`, `nuts1`… */
  readonly levelOf: (code: string) => string | null
  /**
   * What the list says of a code: `known` is in it, `formed` has its form in a part the list does not hold,
   * null is not of this list.
   */
  readonly judge: (code: string) => 'known' | 'formed' | null
  /** Codes are written in capitals; a lower-case spelling is the same code. */
  readonly capitals: boolean
  /** Digits alone are no evidence: the column's name has to speak for it, or nearly the whole list be there. */
  readonly digits: boolean
  /** Words a column's plain name says when it holds these codes. */
  readonly hint: RegExp | null
  /** Lists of one kin name the same places where their codes coincide: no rivals of each other. */
  readonly kin: string
  /** How many codes the list has; null for a list known by its rule alone. */
  readonly size: number | null
}

/** A code as a list compares it. */
export const normalCode = (list: CodeList, code: string): string =>
  list.capitals ? code.trim().toUpperCase() : code.trim()

export const levelOf = (list: CodeList, code: string): string | null => list.levelOf(normalCode(list, code))

/** The code one level up, where the list knows it. */
export const parentOf = (list: CodeList, code: string): string | null =>
  list.items.get(normalCode(list, code))?.parent ?? null

/** Whether a list of this validity speaks about the day (ISO date, or a year: its first day). */
export function isValidOn(list: Pick<CodeList, 'validFrom' | 'validTo'>, date: string): boolean {
  const day = date.length === 4 ? `${date}-01-01` : date
  return (list.validFrom === null || list.validFrom <= day) && (list.validTo === null || day <= list.validTo)
}

export interface PlainList {
  readonly id: string
  readonly edition: string | null
  readonly country: string | null
  readonly level: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
  readonly items: ReadonlyMap<string, CodeItem>
  readonly hint: RegExp | null
  readonly kin?: string
}

/** A list that is nothing but its codes, all of one level: built-in ones and those a person loads. */
export function plainList(list: PlainList): CodeList {
  const { items, level } = list
  const codes = [...items.keys()]
  return {
    ...list,
    family: list.id,
    kin: list.kin ?? list.id,
    levelOf: (code) => (items.has(code) ? level : null),
    judge: (code) => (items.has(code) ? 'known' : null),
    capitals: codes.length > 0 && codes.every((code) => code === code.toUpperCase()),
    digits: codes.every((code) => /^\d+$/.test(code)),
    size: items.size,
  }
}
