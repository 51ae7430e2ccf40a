/** Encodings a person chooses from: those the engine knows (a test compares the two lists), the region's first. */
export const offeredEncodings: readonly string[] = [
  'utf-8',
  'windows-1250',
  'iso-8859-2',
  'windows-1252',
  'iso-8859-1',
  'windows-1257',
  'ibm852',
  'utf-16le',
  'utf-16be',
]
