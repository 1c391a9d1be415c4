/** `npm run docs`: writes the pages that are made from the catalogue. Prettier then aligns their tables. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownPackage } from '../package-root.js';
import { cataloguePage } from './catalogue-page.js';

const { root } = ownPackage();
writeFileSync(path.join(root, 'docs/properties.md'), cataloguePage('en'));
writeFileSync(path.join(root, 'docs/properties.zh-CN.md'), cataloguePage('zh-CN'));
