import iconv from 'iconv-lite'
import { guessEncoding, WordCollector } from '../text/guess-encoding'

/** Language driver bytes of dBASE and FoxPro that name a code page. 0x57 says only "ANSI" and decides nothing. */
const byLanguage: Readonly<Record<number, string>> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  31: 'ibm852',
  34: 'ibm852',
  35: 'ibm852',
  64: 'ibm852',
  88: 'windows-1252',
  89: 'windows-1252',
  100: 'ibm852',
  101: 'cp866',
  102: 'cp865',
  104: 'cp895',
  106: 'cp737',
  107: 'cp857',
  135: 'ibm852',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
}

export interface CodePage {
  readonly encoding: string
  readonly confidence: 'certain' | 'likely' | 'guess'
  /** Where it was found, for the receipt. */
  readonly from: string
}

/** A code page as .cpg files and people write it: `UTF-8`, `1250`, `ANSI 1250`, `88592`, `OEM`; null when unknown. */
export function namedCodePage(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^ansi\s+|^cp_?|^ldid\/\d+$/g, '')
  if (plain === '') return null
  if (/^utf-?8$|^65001$/.test(plain)) return 'utf-8'
  const iso = /^(?:iso[-_ ]?)?8859[-_ ]?(\d{1,2})$/.exec(plain)
  if (iso !== null) return `iso-8859-${iso[1]}`
  const number = /(\d{3,4})$/.exec(plain)?.[1]
  if (number !== undefined) {
    const name = number.startsWith('125') ? `windows-${number}` : number === '852' ? 'ibm852' : `cp${number}`
    return iconv.encodingExists(name) ? name : null
  }
  return iconv.encodingExists(plain) ? plain : null
}

/**
 * Which code page a .dbf is in: what its .cpg says, else its language byte, else its own words: UTF-8 where they
 * are valid, else the single-byte encoding that makes the most plausible words.
 */
export function findCodePage(cpg: string | null, language: number, sample: Uint8Array): CodePage {
  const named = cpg === null ? null : namedCodePage(cpg)
  if (named !== null) return { encoding: named, confidence: 'certain', from: 'cpg' }
  const driver = byLanguage[language]
  if (driver !== undefined && iconv.encodingExists(driver)) {
    return { encoding: driver, confidence: 'certain', from: `0x${language.toString(16)}` }
  }
  if (sample.every((byte) => byte < 0x80)) return { encoding: 'utf-8', confidence: 'certain', from: 'ascii' }
  if (isCutUtf8(sample)) return { encoding: 'utf-8', confidence: 'likely', from: 'guess' }
  const collector = new WordCollector()
  collector.add(sample)
  return { ...guessEncoding(collector.words), from: 'guess' }
}

/** UTF-8 throughout, but for letters that the fixed width of a field cut in two: not more than one cell in a hundred. */
function isCutUtf8(sample: Uint8Array): boolean {
  const text = Buffer.from(sample).toString('utf8')
  const broken = text.split('\ufffd').length - 1
  const high = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return high > 0 && broken <= high / 100
}

export const decoderOf = (encoding: string): ((bytes: Buffer) => string) =>
  encoding === 'utf-8' ? (bytes) => bytes.toString('utf8') : (bytes) => iconv.decode(bytes, encoding)
