/** Money is added up in whole fen, since sums of binary fractions drift. */

export const toFen = (yuan: number): number => roundFen(yuan * 100)

export const fromFen = (fen: number): number => fen / 100

export const shareOfFen = (fen: number, share: number): number => roundFen(fen * share)

/** Half up; six decimals first, because 1.005 × 100 is 100.49999999999999. */
function roundFen(fen: number): number {
  return Math.round(Number(fen.toFixed(6)))
}
