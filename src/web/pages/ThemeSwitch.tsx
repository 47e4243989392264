import { useEffect, useState } from 'react'
import { StandingGlyph } from '../ui/StandingGlyph.tsx'

const THEMES = ['as the system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const KEPT = 'demarche-theme'
const GLYPHS = {
  'as the system': 'partly',
  light: 'not-met',
  dark: 'met',
} as const satisfies Readonly<Record<Theme, string>>

/** Light, dark, or as the system has it. The choice is kept in this browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(keptTheme)
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'as the system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    localStorage.setItem(KEPT, theme)
  }, [theme])
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'as the system'
  return (
    <button
      type="button"
      className="theme"
      title={`Colours: ${theme}. Change to: ${next}.`}
      onClick={() => setTheme(next)}
    >
      <StandingGlyph standing={GLYPHS[theme]} />
      <span className="spoken">
        Colours: {theme}. Change to: {next}.
      </span>
    </button>
  )
}

function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT)
  return THEMES.find((theme) => theme === kept) ?? 'as the system'
}
