import type { FindingCode, Findings } from '../findings'

export type JsonObject = { readonly [key: string]: unknown }

/** What holds for one metadata document. */
export interface Document {
  /** File name, for messages. */
  readonly file: string
  /** Links are resolved against this. */
  readonly base: string
  readonly language: string
  readonly findings: Findings
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value of a document and where it stands. */
export class Node {
  constructor(
    readonly value: unknown,
    readonly at: string,
    readonly document: Document,
  ) {}

  error(code: FindingCode, detail = ''): void {
    this.document.findings.error(code, this.document.file, this.at, detail)
  }

  warn(code: FindingCode, detail = ''): void {
    this.document.findings.warn(code, this.document.file, this.at, detail)
  }

  get object(): JsonObject | null {
    return isObject(this.value) ? this.value : null
  }

  has(key: string): boolean {
    return this.object !== null && Object.hasOwn(this.object, key)
  }

  get(key: string): Node {
    return new Node(this.object?.[key], this.at === '' ? key : `${this.at}.${key}`, this.document)
  }

  get items(): readonly Node[] | null {
    if (!Array.isArray(this.value)) return null
    return this.value.map((item: unknown, i) => new Node(item, `${this.at}[${i}]`, this.document))
  }

  get keys(): readonly string[] {
    return this.object === null ? [] : Object.keys(this.object)
  }

  /** The property read by `parse`, undefined when absent or, with a warning of the parser's, not valid. */
  take<T>(key: string, parse: (node: Node) => T | undefined): T | undefined {
    return this.has(key) ? parse(this.get(key)) : undefined
  }
}
