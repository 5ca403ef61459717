/** `init`: a configuration in which every setting stands, explained and switched off. */

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fields } from '../messages/fields.js'
import { failure, textFor } from '../messages/index.js'
import { CONFIG_NAME } from '../settings/find.js'
import type { Cli } from './io.js'

export async function init({ io, messages }: Cli): Promise<number> {
  const file = join(io.cwd, CONFIG_NAME)
  try {
    // Never over a file that is there.
    writeFileSync(file, template(messages), { flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw failure(messages, 'config-exists', { file: CONFIG_NAME })
    rmSync(file, { force: true })
    throw failure(messages, 'cannot-write', { file: CONFIG_NAME }, code ?? message)
  }
  io.out(`${messages.init.done(CONFIG_NAME)}\n`)
  return 0
}

/** Explanations begin with "# ", settings that are switched off with "#" and no space. */
export function template(messages: Cli['messages']): string {
  const { init: t } = messages
  const about = (name: string) => `# ${textFor(messages, fields[name]!)}`
  return `# yaml-language-server: $schema=./node_modules/kefulint/schema/config.schema.json
${t.head.map((line) => `# ${line}\n`).join('')}
${about('schedule')}
schedule: note

${about('failOn')}
failOn: error

${about('worstCase')}
#worstCase: true

${about('shop')}
#shop:
  ${about('shop.id')}
  #id: ${t.shop}
  ${about('cashOnDelivery')}
  #cashOnDelivery: false
  ${about('deliveryInstall')}
  #deliveryInstall: true
  ${about('points')}
  #points: { A: 0, B: 0 }

${about('packs')}
#packs: [tmall, extension, service]

${about('rules')}
#rules: [my-shop/]

${about('severities')}
#severities:
  #contact/qq: warn

${about('input')}
#input:
  ${about('encoding')}
  #encoding: gb18030
  ${about('format')}
  #format: qianniu-text
  ${about('columns')}
  #columns: { text: ${t.column} }
  ${about('replyColumns')}
  #replyColumns: { text: ${t.column} }
  ${about('roles')}
  #roles: { agent: ^${t.shop} }

${about('baseline')}
#baseline: kefulint-baseline.json

${about('suppressions')}
#suppressions:
  #- rule: contact/qq
    ${about('text')}
    #text: ${t.text}
    ${about('reason')}
    #reason: ${t.reason}
    ${about('approver')}
    #approver: ${t.approver}
    ${about('expires')}
    #expires: 2027-06-30
    ${about('command')}
    #command: gate
  ${about('fingerprint')}
  #- fingerprint: 0123456789abcd
    #reason: ${t.reason}
    #approver: ${t.approver}
    #expires: 2027-06-30
`
}
