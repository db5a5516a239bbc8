import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { z } from 'zod';

/** The page's address in each language and theme. */
export const LOOKS: readonly string[] = ['en', 'fr'].flatMap((lang) =>
  ['light', 'dark'].map((theme) => `lang=${lang}&theme=${theme}`),
);

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
  }),
);

/** What axe finds wrong with the page as it stands, one line per element. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return violations
    .parse(found)
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
}
