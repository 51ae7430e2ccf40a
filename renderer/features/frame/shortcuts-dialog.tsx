import { Dialog } from '../../components/dialog'
import { type MessageKey, useLanguage } from '../../i18n'
import { useSession } from '../session/session'

const mac = navigator.platform.startsWith('Mac')
const control = mac ? '⌘' : 'Ctrl'

const shortcuts: readonly { readonly keys: readonly string[]; readonly label: MessageKey }[] = [
  { keys: [control, 'N'], label: 'shortcut.new' },
  { keys: [control, 'O'], label: 'shortcut.open' },
  { keys: [control, 'I'], label: 'shortcut.import' },
  { keys: [control, 'E'], label: 'shortcut.export' },
  { keys: [control, '1'], label: 'shortcut.home' },
  { keys: [control, '2'], label: 'shortcut.data' },
  { keys: [control, '3'], label: 'shortcut.analyses' },
  { keys: [control, '4'], label: 'shortcut.reports' },
  { keys: [control, ','], label: 'shortcut.settings' },
  { keys: ['F1'], label: 'shortcut.help' },
  { keys: ['Tab'], label: 'shortcut.tab' },
  { keys: ['↑ ↓ ← →'], label: 'shortcut.grid' },
  { keys: ['Enter'], label: 'shortcut.sort' },
  { keys: ['Esc'], label: 'shortcut.close' },
]

export function ShortcutsDialog() {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <Dialog title={t('shortcuts.title')} onClose={() => dispatch({ kind: 'dialog', dialog: null })}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.keys')}</th>
            <th scope="col">{t('shortcuts.does')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ keys, label }) => (
            <tr key={label}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{t(label)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
