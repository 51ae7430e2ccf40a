// First of all: what follows makes schemas.
import './client/without-eval'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/dialogs.css'
import './theme/frame.css'
import './theme/screens.css'
import './theme/content.css'
import './theme/cards.css'
import './theme/tables.css'
import './theme/forms.css'
import './theme/document.css'
import './theme/data.css'
import './theme/analyses.css'
import './theme/import.css'
import './theme/editor.css'
import './theme/reports.css'
import './theme/high-contrast.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
