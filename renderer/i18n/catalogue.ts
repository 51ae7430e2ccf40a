import { analysesMessages } from './messages/analyses'
import { dataMessages } from './messages/data'
import { frameMessages } from './messages/frame'
import { gridMessages } from './messages/grid'
import { homeMessages } from './messages/home'
import { importMessages } from './messages/import'
import { resultMessages } from './messages/result'
import { settingsMessages } from './messages/settings'
import { wordMessages } from './messages/words'

export const catalogue = {
  ...analysesMessages,
  ...dataMessages,
  ...frameMessages,
  ...gridMessages,
  ...homeMessages,
  ...importMessages,
  ...resultMessages,
  ...settingsMessages,
  ...wordMessages,
} as const

export type MessageKey = keyof typeof catalogue

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(catalogue, key)
