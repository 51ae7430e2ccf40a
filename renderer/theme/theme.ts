export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast'
export type Theme = 'light' | 'dark' | 'contrast'

/** `system` follows the computer, including its wish for more contrast. */
export function resolveTheme(choice: ThemeChoice, system: { dark: boolean; contrast: boolean }): Theme {
  if (choice !== 'system') return choice
  if (system.contrast) return 'contrast'
  return system.dark ? 'dark' : 'light'
}

const dark = '(prefers-color-scheme: dark)'
const contrast = '(prefers-contrast: more)'

/** Keeps `data-theme` and `data-density` of the page as chosen; returns how to stop following the system. */
export function applyTheme(
  choice: ThemeChoice,
  density: string,
  onChange: (theme: Theme) => void,
): () => void {
  const queries = [window.matchMedia(dark), window.matchMedia(contrast)]
  const apply = () => {
    const theme = resolveTheme(choice, {
      dark: window.matchMedia(dark).matches,
      contrast: window.matchMedia(contrast).matches,
    })
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['density'] = density
    onChange(theme)
  }
  apply()
  for (const query of queries) query.addEventListener('change', apply)
  return () => {
    for (const query of queries) query.removeEventListener('change', apply)
  }
}
