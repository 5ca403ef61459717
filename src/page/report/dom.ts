/** Elements without a framework. Texts become text nodes only, so that no chat can become markup. */

export type Child = Node | string | number | null | undefined | false | Child[]

type Handlers = { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void }

export interface Attributes {
  class?: string | false
  on?: Handlers
  /** CSS custom properties; the security policy forbids style attributes, not this. */
  vars?: Record<string, string | number>
  /** Shown when pointed at or focused. */
  tip?: string
  [name: string]: unknown
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  const { on, vars, tip, ...rest } = attributes
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const [name, value] of Object.entries(vars ?? {})) element.style.setProperty(name, String(value))
  for (const [name, handler] of Object.entries(on ?? {}))
    element.addEventListener(name, handler as EventListener)
  if (tip !== undefined) element.dataset.tip = tip
  append(element, children)
  return element
}

export function append(parent: Node, children: readonly Child[]) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    if (Array.isArray(child)) append(parent, child)
    else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)))
  }
}

export function replace(parent: Element, ...children: Child[]) {
  parent.textContent = ''
  append(parent, children)
}

const SVG = 'http://www.w3.org/2000/svg'

/** A stroked icon on a grid of 16. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'icon' }))
    svg.setAttribute(name, value)
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.appendChild(line)
  return svg
}
