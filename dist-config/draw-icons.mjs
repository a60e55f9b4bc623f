/** `npm run icons`: the pictures that we take from Lucide, as one path each, into `src/view/lucide.ts`. A bundle of them would be three times as large. */
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {ROOT} from './prepare.mjs';

/** Our name → theirs. */
const TAKEN = {
  'home': 'house', 'sun': 'sun', 'check': 'circle-check', 'help': 'circle-question-mark', 'clock': 'clock', 'unplug': 'unplug', 'alert': 'triangle-alert',
  'message': 'message-square', 'refresh': 'refresh-cw', 'cloud-alert': 'cloud-alert', 'cloud-off': 'cloud-off', 'wifi-off': 'wifi-off', 'sign-in': 'log-in',
  'previous': 'chevron-left', 'next': 'chevron-right', 'today': 'calendar-check', 'table': 'table-2', 'download': 'download',
};

export const ICONS_FILE = 'src/view/lucide.ts';

/** A quarter of a circle, clockwise. */
const arc = (r, right, down) => `a${r} ${r} 0 0 1 ${right * r} ${down * r}`;

const SHAPES = {
  path: ({d}) => absoluteStart(d),
  rect: ({x, y, width, height, rx}) => `M${+x + +rx} ${y}h${width - 2 * rx}${arc(rx, 1, 1)}v${height - 2 * rx}${arc(rx, -1, 1)}h${2 * rx - width}`
    + `${arc(rx, -1, -1)}v${2 * rx - height}${arc(rx, 1, -1)}`,
  circle: ({cx, cy, r}) => `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0-${2 * r} 0`,
};

/** One path after another begins where the last one ended, unless it says where. */
const absoluteStart = d => d.replace(/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=(.?))/, (_, x, y, next) => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`);

async function drawingOf(name) {
  const {default: shapes} = await import(`lucide/dist/esm/icons/${name}.mjs`);
  return shapes.map(([shape, attributes]) => {
    if (!SHAPES[shape]) throw new Error(`"${name}" has a ${shape}, which draw-icons.mjs cannot turn into a path: add it to SHAPES.`);
    return SHAPES[shape](attributes);
  }).join('');
}

/** The text of the file. */
export async function drawIcons() {
  const {version, license} = JSON.parse(readFileSync(`${ROOT}node_modules/lucide/package.json`, 'utf8'));
  const lines = await Promise.all(Object.entries(TAKEN).map(async ([ours, theirs]) => `  '${ours}': '${await drawingOf(theirs)}',`));
  return `/**
 * Written by \`npm run icons\`: pictures of Lucide ${version} on a grid of 24.
 * @license Lucide (https://lucide.dev), ${license}, © Lucide Contributors
 */
export const LUCIDE = {
${lines.join('\n')}
} as const;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(ROOT + ICONS_FILE, await drawIcons());
