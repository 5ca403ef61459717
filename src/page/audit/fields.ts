/** Labelled fields of a form, each of which tells its value when it changes. */

import { h } from '../report/dom.js'

export type Choices = readonly (readonly [value: string, text: string])[]

export function choice(
  name: string,
  options: Choices,
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const select = h(
    'select',
    { on: { change: () => change(select.value) } },
    options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
  )
  return h('label', { class: 'field' }, h('span', {}, name), select)
}

/** A whole number from 0. */
export function count(name: string, value: number, change: (value: number) => void): HTMLElement {
  const input = h('input', {
    type: 'number',
    min: 0,
    step: 1,
    inputmode: 'numeric',
    value,
    on: { input: () => change(Math.max(0, Math.trunc(input.valueAsNumber || 0))) },
  })
  return h('label', { class: 'field' }, h('span', {}, name), input)
}

export function tick(name: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const box = h('input', { type: 'checkbox', checked, on: { change: () => change(box.checked) } })
  return h('label', { class: 'check-line' }, box, h('span', {}, name))
}
