import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type MenuDeed, type MenuEntry, type MenuState, menuModel } from './menu-model'

function template(entry: MenuEntry, run: (deed: MenuDeed) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'line':
      return { type: 'separator' }
    case 'menu':
      return { label: entry.label, submenu: entry.entries.map((inner) => template(inner, run)) }
    case 'entry': {
      const { deed } = entry
      const common: MenuItemConstructorOptions = {
        label: entry.label,
        enabled: entry.enabled ?? true,
        visible: entry.hidden !== true,
        ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator }),
        ...(entry.checked === undefined ? {} : { type: 'radio', checked: entry.checked }),
      }
      return deed.kind === 'role' ? { ...common, role: deed.role } : { ...common, click: () => run(deed) }
    }
  }
}

/** Puts the menu bar up, in the language and with the ticks of `state`. */
export function showMenu(state: MenuState, run: (deed: MenuDeed) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuModel(state).map((entry) => template(entry, run))))
}
