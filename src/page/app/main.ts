import './style.css'
import { browserStore } from '../report/store.js'
import { mountShell } from './shell.js'
import { createViews } from './views.js'

mountShell(document.getElementById('app')!, createViews(), browserStore())
