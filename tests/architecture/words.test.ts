import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root, sourceFiles, type SourceFile } from './source-files.ts'

const files = sourceFiles(['app', 'db', 'search']).filter(({ path }) => !/\.test\.tsx?$/.test(path))

test('nobody is called an offender, anywhere a reader could see it', () => {
  expect(files.length).toBeGreaterThan(20)
  const found = files.flatMap((file) =>
    spoken(file)
      .filter(({ text }) => /offender/i.test(text))
      .map(({ line }) => `${file.path}:${line}`),
  )
  expect(found).toEqual([])
})

test('the test reads strings, names and text, but not comments, nor patterns that look for it', () => {
  const text = [
    '// offender',
    "const a = 'offender'",
    'const b = <p>An offender</p>',
    'const c = /offender/.test(a)',
    'const d = `offender ${c}`',
    'const offenders = new RegExp("offender")',
  ].join('\n')
  const said = spoken({ path: 'a.tsx', text }).filter((one) => /offender/.test(one.text))
  expect(said.map(({ line }) => line)).toEqual([2, 3, 5, 6, 6])
})

test('no file names a folder of the machine it was written on', () => {
  const home = /(?:^|["'`\s(=:])\/(?:work|home|Users|root|mnt|tmp)\/[\w.-]+/m
  const written = /\.(tsx?|js|json|md|sql|scss|ya?ml|sh)$|\/run$/
  const everything = [
    ...sourceFiles(['app', 'bench', 'db', 'docs', 'scripts', 'search', 'tests', '.ci'], written),
    ...rootFiles(written),
  ]
  expect(everything.filter(({ text }) => home.test(text)).map(({ path }) => path)).toEqual([])
})

function rootFiles(ending: RegExp): SourceFile[] {
  return readdirSync(root)
    .filter((path) => ending.test(path) && path !== 'package-lock.json')
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/**
 * The tokens of a file: everything but comments and white space, and but regular expressions, which
 * are never shown to anybody: the office is warned of adverts that use the word.
 */
function spoken({ path, text }: SourceFile): { text: string; line: number }[] {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: { text: string; line: number }[] = []
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(parsed) > 0) return ts.forEachChild(node, visit)
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) return
    const line = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1
    found.push({ text: node.getText(parsed), line })
  }
  visit(parsed)
  return found
}
