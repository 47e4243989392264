/** The built pages, made with Vite where a clone does not have them yet. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built pages lie in a copy of the program. */
export function pagesIn(root: string): string {
  return join(root, 'dist', 'web')
}

export function arePagesBuilt(root: string): boolean {
  return existsSync(join(pagesIn(root), 'index.html'))
}

/** Builds the pages. Vite is asked for only here: it is large, and most starts do not need it. */
export async function buildPages(root: string): Promise<void> {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', clearScreen: false })
}
