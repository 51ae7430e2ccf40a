// First of all: what follows makes schemas.
import './client/without-eval'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/layout.css'
import './theme/content.css'
import './theme/analyses.css'
import './theme/import.css'
import './theme/reports.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
