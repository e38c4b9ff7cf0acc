// Writes src/routeTree.gen.ts without starting the dev server.
import { Generator, getConfig } from '@tanstack/router-generator';

const root = new URL('..', import.meta.url).pathname;
const config = getConfig({ target: 'react', quoteStyle: 'single', semicolons: true }, root);
await new Generator({ config, root }).run();
