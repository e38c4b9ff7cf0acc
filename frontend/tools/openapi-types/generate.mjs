// Writes src/lib/api/schema.d.ts from the committed contract. Paths are named without the base path, as the client calls them.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../../', import.meta.url);
const contract = JSON.parse(await readFile(new URL('openapi/openapi.json', root), 'utf8'));
contract.paths = Object.fromEntries(
  Object.entries(contract.paths).map(([path, item]) => [path.replace(/^\/api\/v1(?=\/)/, ''), item]),
);
const types = astToString(await openapiTS(contract));
await writeFile(
  new URL('frontend/src/lib/api/schema.d.ts', root),
  `// Generated from openapi/openapi.json by \`npm run gen:api\`. Do not edit.\n${types}`,
);
