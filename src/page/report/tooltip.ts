/** One floating label for everything that carries `data-tip`. */

import { h } from './dom.js'

const GAP = 8

export function createTooltip(root: HTMLElement) {
  const tip = h('div', { class: 'tooltip', role: 'presentation', hidden: true })
  const show = (event: Event) => {
    const target = (event.target as Element).closest<HTMLElement>('[data-tip]')
    if (target === null) {
      tip.hidden = true
      return
    }
    tip.textContent = target.dataset.tip!
    tip.hidden = false
    const box = target.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = tip
    const middle = box.left + box.width / 2 - width / 2
    const left = Math.min(Math.max(GAP, middle), document.documentElement.clientWidth - width - GAP)
    const above = box.top - height - GAP
    tip.style.left = `${left}px`
    tip.style.top = `${above > GAP ? above : box.bottom + GAP}px`
  }
  const hide = () => {
    tip.hidden = true
  }
  root.addEventListener('pointerover', show)
  root.addEventListener('focusin', show)
  root.addEventListener('pointerleave', hide)
  root.addEventListener('focusout', hide)
  window.addEventListener('scroll', hide, { passive: true, capture: true })
  return tip
}
