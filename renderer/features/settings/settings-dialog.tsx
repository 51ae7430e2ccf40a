import { isLocale, locales } from '../../../analyses/model/locale'
import { Dialog } from '../../components/dialog'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

// A language is named in itself: who cannot read the window's language still finds the own one.
const names = { cs: 'Čeština', en: 'English', pl: 'Polski' } as const
const themes = ['system', 'light', 'dark', 'contrast'] as const
const densities = ['compact', 'comfortable'] as const

export function SettingsDialog() {
  const { state, dispatch, actions } = useSession()
  const { t, locale } = useLanguage()
  const { settings } = state
  return (
    <Dialog title={t('settings.title')} onClose={() => dispatch({ kind: 'dialog', dialog: null })}>
      <div className="stack">
        <SelectField
          label={t('settings.language')}
          value={locale}
          options={locales.map((one) => ({ value: one, label: names[one] }))}
          onChange={(value) => isLocale(value) && void actions.writeSettings({ locale: value })}
        />
        <SelectField
          label={t('settings.theme')}
          value={settings.theme}
          options={themes.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
          onChange={(value) => {
            const theme = themes.find((one) => one === value)
            if (theme) void actions.writeSettings({ theme })
          }}
        />
        <SelectField
          label={t('settings.density')}
          help={t('settings.densityHelp')}
          value={settings.density}
          options={densities.map((density) => ({ value: density, label: t(`density.${density}`) }))}
          onChange={(value) => {
            const density = densities.find((one) => one === value)
            if (density) void actions.writeSettings({ density })
          }}
        />
        <p className="quiet">{t('settings.where')}</p>
      </div>
    </Dialog>
  )
}
