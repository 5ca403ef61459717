import type { ReportData } from '../../report/html-data.js'
import { mountReport } from './report.js'
import { browserStore } from './store.js'

const data: ReportData = JSON.parse(document.getElementById('report-data')!.textContent!)
mountReport(document.getElementById('report')!, data, browserStore())
