/**
 * `npm run readme`: writes the tables of the README and of `docs/reference.md` from the manifest, between markers like
 * `<!-- attributes -->` and `<!-- /attributes -->`. What stands around them is written by hand.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {createManifest} from './manifest.mjs';
import {ROOT} from './prepare.mjs';

export const PAGES = ['README.md', 'docs/reference.md'];

const code = text => (text ? `\`${text}\`` : '');
const cell = text => (text ? ` ${text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ').trim()} ` : ' ');
const row = cells => `|${cells.map(cell).join('|')}|`;
const table = (heads, rows) => (rows.length ? [row(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n') : 'None.');

const shortOf = ({tagName}) => tagName.split('-').at(-1);

/** Entries of all elements, each once (`keyOf` says what makes two the same), with the elements that have it; what most have comes first. */
function merged(elements, kind, keyOf = ({name}) => name) {
  const rows = new Map();
  for (const element of elements) {
    for (const entry of element[kind] ?? []) {
      const row = rows.get(keyOf(entry)) ?? rows.set(keyOf(entry), {...entry, of: [], details: new Map()}).get(keyOf(entry));
      row.of.push(shortOf(element));
      const detail = DETAIL.exec(entry.description)?.[1] ?? '';
      row.details.set(detail, [...row.details.get(detail) ?? [], shortOf(element)]);
    }
  }
  return [...rows.values()].toSorted((a, b) => b.of.length - a.of.length);
}

/** An event's description closes with what its detail carries. */
const DETAIL = /\s*(`\{.*\}`)$/;

/** Which elements have it; nothing where all have. */
const only = (of, elements) => (of.length === elements.length ? '' : ` (${of.join(', ')})`);
const nameOf = ({name, of}, elements) => `${code(name)}${only(of, elements)}`;
const detailsOf = ({details, of}) => [...details].map(([detail, who]) => `${detail}${only(who, of)}`).join(', ');

const TABLES = {
  attributes: elements => table(['Attribute', 'Property', 'Default', 'Meaning'],
    merged(elements, 'attributes', ({name, description}) => name + description).map(
      attribute => [nameOf(attribute, elements), code(attribute.fieldName), code(attribute.default?.replaceAll("'", '')), attribute.description])),
  properties: elements => table(['Property', 'Type', 'Meaning'],
    merged(elements, 'members').filter(({kind, attribute}) => kind === 'field' && !attribute).map(
      property => [nameOf(property, elements), code(property.type?.text), property.description])),
  events: elements => table(['Event', 'When', '`detail`'],
    merged(elements, 'events').map(event => [nameOf(event, elements), event.description.replace(DETAIL, ''), detailsOf(event)])),
  slots: elements => table(['Slot', 'Meaning'],
    merged(elements, 'slots').map(slot => [slot.name ? nameOf(slot, elements) : `the element's children${only(slot.of, elements)}`, slot.description])),
  tokens: elements => table(['Token', 'Value', 'Default', 'Meaning'],
    merged(elements, 'cssProperties').map(token => [nameOf(token, elements), code(token.syntax), code(token.default), token.description])),
  parts: elements => elements.map(({tagName, cssParts}) => `### \`<${tagName}>\`\n\n${table(['Part', 'What it is'],
    cssParts.map(({name, description}) => [code(name), description]))}`).join('\n\n'),
};

export const TABLE_NAMES = Object.keys(TABLES);

/** The order in which people meet them. */
const elementsOf = manifest => ['podero-device-list', 'podero-device-card', 'podero-consumption-chart']
  .map(tag => manifest.modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName === tag));

/** The page with its tables as the manifest says them. */
export function withTables(page, manifest) {
  const elements = elementsOf(manifest);
  return Object.entries(TABLES).reduce((text, [name, render]) => text.replace(
    new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`), (_, open, close) => `${open}${render(elements)}${close}`), page);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = await createManifest();
  for (const path of PAGES) writeFileSync(join(ROOT, path), withTables(readFileSync(join(ROOT, path), 'utf8'), manifest));
}
