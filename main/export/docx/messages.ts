import type { Locale } from '../../../analyses/model/locale'

/** Words a text document needs beside those of the page: how its captions and references call things. */
export const documentMessages: Readonly<
  Record<
    Locale,
    { readonly table: string; readonly chart: string; readonly numbers: (table: string) => string }
  >
> = {
  cs: { table: 'Tabulka', chart: 'Graf', numbers: (table) => `Čísla grafu: ${table}.` },
  en: { table: 'Table', chart: 'Figure', numbers: (table) => `Numbers of the figure: ${table}.` },
  pl: { table: 'Tabela', chart: 'Wykres', numbers: (table) => `Liczby wykresu: ${table}.` },
}
