export const locales = ['cs', 'en', 'pl'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

/** One text in every language the workbench speaks; a missing language does not compile. */
export type Localised = Readonly<Record<Locale, string>>
