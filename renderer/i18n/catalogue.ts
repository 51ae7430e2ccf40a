import { analysesMessages } from './messages/analyses'
import { codeListMessages } from './messages/code-lists'
import { columnMessages } from './messages/columns'
import { dataMessages } from './messages/data'
import { editorMessages } from './messages/editor'
import { frameMessages } from './messages/frame'
import { gridMessages } from './messages/grid'
import { homeMessages } from './messages/home'
import { importMessages } from './messages/import'
import { ledgerMessages } from './messages/ledger'
import { personalMessages } from './messages/personal'
import { protectionMessages } from './messages/protection'
import { qualityMessages } from './messages/quality'
import { reportMessages } from './messages/reports'
import { resultMessages } from './messages/result'
import { settingsMessages } from './messages/settings'
import { shapeMessages } from './messages/shape'
import { tableMessages } from './messages/tables'
import { wordMessages } from './messages/words'

export const catalogue = {
  ...analysesMessages,
  ...codeListMessages,
  ...columnMessages,
  ...dataMessages,
  ...editorMessages,
  ...frameMessages,
  ...gridMessages,
  ...homeMessages,
  ...importMessages,
  ...ledgerMessages,
  ...personalMessages,
  ...protectionMessages,
  ...qualityMessages,
  ...reportMessages,
  ...resultMessages,
  ...settingsMessages,
  ...shapeMessages,
  ...tableMessages,
  ...wordMessages,
} as const

export type MessageKey = keyof typeof catalogue

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(catalogue, key)
