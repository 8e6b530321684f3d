// No text outside the catalogues, the same keys in both languages, none missing, none left over, and German as it is written here.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'

const faults = []
const fault = (where, what) => faults.push(`${where}: ${what}`)
const areas = (await readdir('src/locales/de')).map((name) => name.replace('.json', ''))
const read = async (language, area) => JSON.parse(await readFile(`src/locales/${language}/${area}.json`, 'utf8'))

// Words that are the same in both languages.
const same = /^(?:\{.*\}.*|Name|Helpdesk|Desk|Tickets?|Status|Team|SLA|Tags?|Filter|Code|Portal|Links?)$/
const forbidden = [
  [/\b(?:Du|Dein\w*|User|Email)\b/, 'Sie, Person, E-Mail'],
  [/[*:_]in(?:nen)?\b/, 'a word for the function instead'],
  [/"/, '„…“'],
  [/\.\.\./, '…'],
  [/ %/, 'a no-break space before %'],
]

const german = new Map()
for (const area of areas) {
  const [de, en] = [await read('de', area), await read('en', area)]
  for (const key of Object.keys(de)) {
    if (german.has(key)) fault(`de/${area}.json`, `${key} stands twice`)
    german.set(key, area)
    if (!(key in en)) fault(`en/${area}.json`, `${key} is missing`)
    else if (de[key] === en[key] && !same.test(de[key])) fault(`en/${area}.json`, `${key} is not translated`)
    for (const [wrong, right] of forbidden) if (wrong.test(de[key].replaceAll(/\{[^{}]*\}/g, ''))) fault(`de/${area}.json`, `${key}: write ${right}`)
    for (const text of [de[key], en[key] ?? ''])
      if (/, plural,/.test(text) && !(/\bone \{/.test(text) && /\bother \{/.test(text))) fault(area, `${key} needs one and other`)
  }
  for (const key of Object.keys(en)) if (!(key in de)) fault(`de/${area}.json`, `${key} is missing`)
}

const shownAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'aria-description', 'aria-roledescription'])
const words = /\p{L}{2,}/u
const used = new Set()
const prefixes = []
// Names of languages are written in the language itself.
const names = new Set(['Deutsch', 'English'])

for (const entry of await readdir('src', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.(?:test|d)\.tsx?$/.test(entry.name)) continue
  const path = join(entry.parentPath, entry.name)
  const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const at = (node) => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  const visit = (node) => {
    if (ts.isJsxText(node) && words.test(node.text)) fault(at(node), `"${node.text.trim()}" belongs into a catalogue`)
    if (ts.isJsxAttribute(node) && shownAttributes.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && words.test(node.initializer.text))
      fault(at(node), `"${node.initializer.text}" belongs into a catalogue`)
    if (ts.isStringLiteral(node)) {
      if (german.has(node.text)) used.add(node.text)
      if (ts.isJsxExpression(node.parent.parent ?? node) && ts.isConditionalExpression(node.parent) && words.test(node.text) && / /.test(node.text) && !names.has(node.text) && ts.isJsxElement(node.parent.parent.parent))
        fault(at(node), `"${node.text}" belongs into a catalogue`)
    }
    // t(`status.${status}`): every key with this beginning may be meant.
    if (ts.isTemplateExpression(node) && /^[a-z][\w.]*\.$/i.test(node.head.text)) prefixes.push(node.head.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
}
for (const [key, area] of german)
  if (!used.has(key) && !prefixes.some((prefix) => key.startsWith(prefix))) fault(`de/${area}.json`, `nothing uses ${key}`)

for (const each of faults) console.error(each)
if (german.size < 100) faults.push('too few keys were seen')
process.exit(faults.length === 0 ? 0 : 1)
