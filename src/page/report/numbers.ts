import { yuan } from '../../report/money.js'

/** 12,345 */
export const grouped = yuan

/** One decimal where it says something. */
export function rounded(n: number): string {
  return n >= 100 ? grouped(Math.round(n)) : String(Math.round(n * 10) / 10)
}
