/** The security policy of a page that holds all it needs: its own script and style by their hashes, nothing else, and no network. */
export function policyFor({ scriptHash, styleHash }: Record<'scriptHash' | 'styleHash', string>): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
