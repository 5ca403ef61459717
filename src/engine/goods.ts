import type { Situation } from './checks.js'

/** Whether the item that is to be named is among the goods the buyer spoke of: they share a word of two or more characters. */
export function goodsMatch(s: Situation, wish: string): boolean {
  const item = s.statement.slots.item
  if (!item) return false
  // what the buyer asks to be named is a wish, not the goods
  const wishes = s.state.said.filter(
    (x) => x.by === 'buyer' && [s.statement.reading, wish].includes(x.reading),
  )
  const goods = [s.statement, ...wishes].reduce(
    (text, x) => text.split(x.slots.clause).join(''),
    s.state.facts.buyerText,
  )
  for (let i = 0; i + 2 <= item.length; i++) {
    const piece = item.slice(i, i + 2)
    // two models may share their digits
    if (!/^\d+$/.test(piece) && goods.includes(piece)) return true
  }
  return false
}
