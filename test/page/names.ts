import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a screen reader goes by: every control has a name, and headings skip no level. */
export async function expectNamed(page: Page) {
  const nameless = await page
    .locator('button:visible, input:visible, select:visible, textarea:visible')
    .evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { ariaLabel, textContent, labels } = control as HTMLInputElement
          return !ariaLabel && !textContent?.trim() && !labels?.length
        })
        .map((control) => control.outerHTML),
    )
  expect(nameless).toEqual([])
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map((each) => Number(each.tagName[1])))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.forEach((level, i) => void expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1))
}
