import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import type { Settings } from '../../../preload/contract/shell'
import { applyTheme, type Theme } from '../../theme/theme'

const ThemeContext = createContext<Theme>('light')

interface ThemeProviderProps {
  readonly choice: Settings['theme']
  readonly density: Settings['density']
  readonly children: ReactNode
}

export function ThemeProvider({ choice, density, children }: ThemeProviderProps) {
  const [theme, setTheme] = useState<Theme>('light')
  useLayoutEffect(() => applyTheme(choice, density, setTheme), [choice, density])
  return <ThemeContext value={theme}>{children}</ThemeContext>
}

export const useTheme = (): Theme => useContext(ThemeContext)
