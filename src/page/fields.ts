/** Labelled fields of a form, each of which tells its value when it changes. */

import { h } from './report/dom.js'

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

export function word(
  name: string,
  value: string | undefined,
  change: (value: string | undefined) => void,
): HTMLElement {
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    value,
    on: { input: () => change(input.value.trim() || undefined) },
  })
  return h('label', { class: 'field' }, h('span', {}, name), input)
}

/** CNY; what is no amount of money is said to be none, and not used. */
export function money(
  name: string,
  value: number | undefined,
  wrong: string,
  change: (value: number | undefined) => void,
): HTMLElement {
  const error = h('small', { class: 'bad', role: 'alert' })
  const input = h('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    value,
    on: {
      input: () => {
        const amount = amountOf(input.value)
        const bad = Number.isNaN(amount)
        error.textContent = bad ? wrong : ''
        input.setAttribute('aria-invalid', String(bad))
        change(bad ? undefined : amount)
      },
    },
  })
  return h('label', { class: 'field' }, h('span', {}, name), input, error)
}

/** Full-width digits as they come from an input method are digits too. NaN: no amount. */
export function amountOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[¥,\s]/g, '')
  if (plain === '') return undefined
  return /^\d+(?:\.\d*)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** `style` says how the box stands to its text. */
export function tick(
  name: string,
  checked: boolean,
  change: (checked: boolean) => void,
  style = 'check-line',
): HTMLElement {
  const box = h('input', { type: 'checkbox', checked, on: { change: () => change(box.checked) } })
  return h('label', { class: style }, box, h('span', {}, name))
}
