/** What comes after `server2`, `vm-128-158` or `server2.chat.example`: the number at the end of the first label counts on. */

/** The next name that is not `taken`; as many digits as there were, at least. */
export function nextName(last: string, taken: ReadonlySet<string>): string {
  const [label = '', ...domain] = last.split('.');
  const [, stem = '', digits = ''] = /^(.*?)(\d*)$/.exec(label) ?? [];
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number += 1) {
    const name = [`${stem}${String(number).padStart(digits.length, '0')}`, ...domain].join('.');
    if (!taken.has(name)) return name;
  }
}
