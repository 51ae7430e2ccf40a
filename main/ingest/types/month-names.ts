/**
 * Names of the months as they stand in dates: first case, second case (Czech, Slovak, Polish) and short forms.
 * Compared in lower case, without a closing dot.
 */
export const monthNames: Readonly<Record<'cs' | 'sk' | 'pl' | 'en' | 'de', readonly (readonly string[])[]>> =
  {
    cs: [
      ['leden', 'ledna', 'lednu', 'led'],
      ['únor', 'února', 'únoru', 'úno', 'únr'],
      ['březen', 'března', 'březnu', 'bře', 'břz'],
      ['duben', 'dubna', 'dubnu', 'dub'],
      ['květen', 'května', 'květnu', 'kvě', 'kvt'],
      ['červen', 'června', 'červnu', 'čvn', 'čer'],
      ['červenec', 'července', 'červenci', 'čvc'],
      ['srpen', 'srpna', 'srpnu', 'srp'],
      ['září', 'zář'],
      ['říjen', 'října', 'říjnu', 'říj'],
      ['listopad', 'listopadu', 'lis'],
      ['prosinec', 'prosince', 'prosinci', 'pro'],
    ],
    sk: [
      ['január', 'januára', 'januári'],
      ['február', 'februára', 'februári'],
      ['marec', 'marca', 'marci'],
      ['apríl', 'apríla', 'apríli'],
      ['máj', 'mája', 'máji'],
      ['jún', 'júna', 'júni'],
      ['júl', 'júla', 'júli'],
      ['august', 'augusta', 'auguste'],
      ['september', 'septembra', 'septembri'],
      ['október', 'októbra', 'októbri'],
      ['november', 'novembra', 'novembri'],
      ['december', 'decembra', 'decembri'],
    ],
    pl: [
      ['styczeń', 'stycznia', 'styczniu', 'sty'],
      ['luty', 'lutego', 'lutym', 'lut'],
      ['marzec', 'marca', 'marcu', 'mar'],
      ['kwiecień', 'kwietnia', 'kwietniu', 'kwi'],
      ['maj', 'maja', 'maju'],
      ['czerwiec', 'czerwca', 'czerwcu', 'cze'],
      ['lipiec', 'lipca', 'lipcu', 'lip'],
      ['sierpień', 'sierpnia', 'sierpniu', 'sie'],
      ['wrzesień', 'września', 'wrześniu', 'wrz'],
      ['październik', 'października', 'październiku', 'paź'],
      ['listopad', 'listopada', 'listopadzie', 'lis'],
      ['grudzień', 'grudnia', 'grudniu', 'gru'],
    ],
    en: [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    de: [
      ['januar', 'jänner', 'jan'],
      ['februar', 'feber', 'feb'],
      ['märz', 'mär', 'mrz'],
      ['april', 'apr'],
      ['mai'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['august', 'aug'],
      ['september', 'sep', 'sept'],
      ['oktober', 'okt'],
      ['november', 'nov'],
      ['dezember', 'dez'],
    ],
  }

export type MonthLanguage = keyof typeof monthNames
export const monthLanguages: readonly MonthLanguage[] = ['cs', 'pl', 'en', 'de', 'sk']

/** Month 1 to 12 by its name in any of the languages; null when no language knows it, or two mean another month. */
export function monthOf(name: string): number | null {
  const plain = name.trim().toLowerCase().replace(/\.$/, '')
  const found = new Set(
    monthLanguages.flatMap((language) =>
      monthNames[language].flatMap((names, i) => (names.includes(plain) ? [i + 1] : [])),
    ),
  )
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
