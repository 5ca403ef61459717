import type { ChalkInstance } from 'chalk'
import type { Severity } from '../model.js'

export const MARKS: Record<Severity, string> = { error: '✖', warn: '▲', info: '●' }

export const colourOf = (chalk: ChalkInstance): Record<Severity, ChalkInstance> => ({
  error: chalk.red,
  warn: chalk.yellow,
  info: chalk.blue,
})
