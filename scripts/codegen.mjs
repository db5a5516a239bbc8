/**
 * Writes electron/engine/shopify/admin-operations.generated.ts: the types of every Admin API document, from Shopify's
 * real schema. Documents that are composed per store are typed in their full form; their decoders make what may be
 * left out optional. `--check` only compares, for the test that keeps the file up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
import { buildClientSchema, printSchema } from 'graphql';
import { ALL_DOCUMENTS } from '../electron/engine/shopify/documents/all-documents.ts';
import { loadShopifySchema } from './shopify-schema.mjs';

const FILE = new URL('../electron/engine/shopify/admin-operations.generated.ts', import.meta.url).pathname;
const HEADER = `/* Written by scripts/codegen.mjs from Shopify's Admin API 2026-10 schema; run \`npm run codegen\`, do not edit. */\n`;

/**
 * The text of the generated file.
 * @returns {Promise<string>}
 */
export async function generateOperationTypes() {
  const schema = printSchema(buildClientSchema(withoutDescriptions(await loadShopifySchema())));
  const [output] = await generate(
    {
      schema,
      documents: ALL_DOCUMENTS.map(({ text }) => text),
      silent: true,
      generates: {
        [FILE]: {
          plugins: ['typescript-operations'],
          config: {
            immutableTypes: true,
            useTypeImports: true,
            enumType: 'string-literal',
            avoidOptionals: { field: true, inputValue: false },
            defaultScalarType: 'unknown',
            strictScalars: true,
            scalars: Object.fromEntries(
              [...schema.matchAll(/^scalar (\w+)/gm)].map(([, name]) => [
                name,
                name === 'JSON' ? 'unknown' : 'string',
              ]),
            ),
          },
        },
      },
    },
    false,
  );
  return HEADER + output.content;
}

/** The schema without its prose, which would make most of the generated file. */
function withoutDescriptions(introspection) {
  return JSON.parse(JSON.stringify(introspection, (key, value) => (key === 'description' ? null : value)));
}

if (import.meta.main) {
  const content = await generateOperationTypes();
  if (process.argv.includes('--check')) {
    const kept = await readFile(FILE, 'utf8').catch(() => '');
    if (kept !== content) {
      console.error('The generated Admin API types are out of date: run “npm run codegen”.');
      process.exit(1);
    }
  } else {
    await writeFile(FILE, content);
  }
}
