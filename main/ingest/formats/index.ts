import { delimitedFormat } from '../csv/format'
import { eurostatFormat } from '../eurostat-tsv/format'
import { jsonFamily } from '../json'
import type { Format } from './format'

/**
 * Every format, the more special ones first: the first that recognises a file opens it. Formats that read several
 * files together stand before those that would take one of these files alone.
 */
export const formats: readonly Format[] = [eurostatFormat, ...jsonFamily, delimitedFormat]
