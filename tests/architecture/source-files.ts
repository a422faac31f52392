import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export type Import = {
  line: number
  /** A path from the repository's root, or a package's name. */
  target: string
  isPackage: boolean
  isTypeOnly: boolean
}
export type SourceFile = { path: string; text: string }

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The files under these folders (from the repository's root) whose names end so. */
export function sourceFiles(folders: string[], ending = /\.tsx?$/): SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => ending.test(file))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }))
}

/** Every import and re-export of a file, dynamic imports with a plain string included. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const [name, isTypeOnly] = specifier(node)
    if (name !== undefined) {
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ line, isTypeOnly, ...locate(path, name) })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

function specifier(node: ts.Node): [string | undefined, boolean] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause
    const named = clause?.namedBindings
    const everyNameIsType =
      !clause?.name &&
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.length > 0 &&
      named.elements.every((element) => element.isTypeOnly)
    const isTypeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || everyNameIsType
    return [node.moduleSpecifier.text, isTypeOnly]
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  )
    return [node.moduleSpecifier.text, node.isTypeOnly]
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments
    if (first && ts.isStringLiteral(first)) return [first.text, false]
  }
  return [undefined, false]
}

function locate(from: string, name: string): { target: string; isPackage: boolean } {
  if (name.startsWith('#')) return { target: name.slice(1), isPackage: false }
  if (name.startsWith('.'))
    return { target: relative(root, resolve(root, dirname(from), name)), isPackage: false }
  return { target: name, isPackage: true }
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
