import { defineFaults } from './define'

/** A pack says what of its results is built on persons or firms; here is what can be wrong with that. */
export const packDisclosureFaults = defineFaults({
  'pack.disclosure-unknown': {
    cs: 'Oddíl disclosure odkazuje na „{name}“, ale nic takového v balíčku není. Známá jména: {known}.',
    en: 'The disclosure section refers to "{name}", but the pack has nothing of that name. Known names: {known}.',
    pl: 'Sekcja disclosure odwołuje się do „{name}”, ale pakiet nie zawiera niczego o tej nazwie. Znane nazwy: {known}.',
  },
  'pack.disclosure-undeclared': {
    cs: 'Oddíl disclosure neříká, jak smí ven „{relation}“. Doplňte ji mezi relations: free, units, never, quoted, nebo její buňky.',
    en: 'The disclosure section does not say how "{relation}" may leave. Add it to relations: free, units, never, quoted, or its cells.',
    pl: 'Sekcja disclosure nie mówi, jak może zostać opublikowana relacja „{relation}”. Dodaj ją do relations: free, units, never, quoted albo jej komórki.',
  },
  'pack.disclosure-need-undeclared': {
    cs: 'Oddíl disclosure neříká, co jsou řádky potřeby „{need}“. Doplňte ji mezi needs: persons, counts, amounts, units, nebo facts.',
    en: 'The disclosure section does not say what the rows of the need "{need}" are. Add it to needs: persons, counts, amounts, units or facts.',
    pl: 'Sekcja disclosure nie mówi, czym są wiersze potrzeby „{need}”. Dodaj ją do needs: persons, counts, amounts, units albo facts.',
  },
  'pack.disclosure-value-missing': {
    cs: 'Co jsou řádky potřeby „{need}“, závisí na parametru, ale pro jeho hodnotu „{value}“ to oddíl disclosure neříká.',
    en: 'What the rows of the need "{need}" are depends on a parameter, but the disclosure section does not say it for the value "{value}".',
    pl: 'To, czym są wiersze potrzeby „{need}”, zależy od parametru, ale dla wartości „{value}” sekcja disclosure tego nie mówi.',
  },
  'pack.disclosure-no-cells': {
    cs: 'Podle oddílu disclosure se „{relation}“ řídí buňkami „{name}“, ale ta žádné buňky nemá. Popište je u ní.',
    en: 'By the disclosure section "{relation}" follows the cells of "{name}", but that has no cells. Describe them there.',
    pl: 'Według sekcji disclosure „{relation}” zależy od komórek „{name}”, ale ta relacja nie ma komórek. Opisz je przy niej.',
  },
})
