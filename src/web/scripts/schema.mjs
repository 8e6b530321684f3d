// The types of the API's requests and answers: node scripts/schema.mjs [--check] [ADDRESS of a running platform]
// Without what pages do not need: descriptions, examples, and the same routes once more with the tenant in their path.
import { readFile, writeFile } from 'node:fs/promises'
import openapi, { astToString } from 'openapi-typescript'

const check = process.argv.includes('--check')
const address = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'http://127.0.0.1:5080'
const target = new URL('../src/api/schema.d.ts', import.meta.url)

const answer = await fetch(new URL('/openapi/v1.json', address))
if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`)
const all = await answer.json()

const named = '/api/v1/tenants/{tenant}'
const own = new Set(Object.keys(all.paths))
for (const path of own) if (path.startsWith(`${named}/`) && own.has(path.replace(named, '/api/v1'))) delete all.paths[path]

// "description" may also be the name of a member: only texts are left out.
function withoutTexts(value, inside) {
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => inside === 'properties' || !(['description', 'summary'].includes(key) && typeof each === 'string'))
      .filter(([key]) => inside === 'properties' || !['example', 'examples', 'x-problems'].includes(key))
      .map(([key, each]) => [key, withoutTexts(each, inside === 'properties' ? undefined : key)]),
  )
}

const answers = (operation) => {
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    delete response.headers
    if (!status.startsWith('2')) delete operation.responses[status]
  }
}
for (const path of Object.values(all.paths)) for (const operation of Object.values(path)) if (operation?.responses) answers(operation)

const text = `// Made from the OpenAPI document by scripts/schema.mjs; not written by hand.\n\n${astToString(await openapi(withoutTexts(all), { alphabetize: true, defaultNonNullable: false }))}`
if (check) {
  if ((await readFile(target, 'utf8')) !== text) {
    console.error('src/api/schema.d.ts is not what the document says. With the platform running: npm run schema')
    process.exit(1)
  }
} else await writeFile(target, text)
