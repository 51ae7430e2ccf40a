/**
 * A sentence in the three languages of the workbench.
 * @typedef {{ cs: string, en: string, pl: string }} Sentence
 */

/**
 * The language the user's environment asks for. Windows sets no LANG, so the system's own locale comes last.
 * @returns {'cs' | 'en' | 'pl'}
 */
export const language = () => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const asked = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
  const code = asked.slice(0, 2).toLowerCase()
  return code === 'cs' || code === 'pl' ? code : 'en'
}

/**
 * @param {Sentence} sentence
 * @returns {string} the sentence in the user's language
 */
export const pick = (sentence) => sentence[language()]
