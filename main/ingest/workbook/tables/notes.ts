const NOTE =
  /^\W*(?:source|zdroj|źródło|zrodlo|quelle|note|notes|footnote|pozn|poznámk|uwag|anmerkung|legend|vysvětlivk|objaśnieni|last update|updated|aktuali[sz]|stav k|stan na|©|\(c\)|copyright|special value|flag|:\s*=|\*|#\s)/iu

/** Words that begin a note under a table, in the languages of the data. */
export const isNote = (text: string): boolean => NOTE.test(text)
