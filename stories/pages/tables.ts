import manifest from 'virtual:custom-elements-manifest';
import {messages as de} from '../../src/text/locales/de.js';
import {en, type LabelKey} from '../../src/text/messages.js';

interface Described {
  readonly name?: string;
  readonly syntax?: string;
  readonly default?: string;
  readonly description?: string;
  readonly fieldName?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly events?: readonly Described[];
}

type Member = 'attributes' | 'cssProperties' | 'cssParts' | 'events';

const ELEMENTS = (manifest as {readonly modules: readonly {readonly declarations?: readonly Declaration[]}[]}).modules
  .flatMap(({declarations = []}) => declarations.filter(({tagName}) => tagName));

const line = (...cells: readonly string[]): string => `| ${cells.map(cell => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(...head), line(...head.map(() => '---')), ...rows.map(row => line(...row))].join('\n');
const code = (text = ''): string => text && `\`${text}\``;

/** What the elements' own documentation says, in Markdown: each name once, with the elements that have it. */
export function documented(member: Member): string {
  const byName = new Map<string, {readonly item: Described; readonly tags: string[]}>();
  for (const element of ELEMENTS) for (const item of element[member] ?? []) {
    const {tags} = byName.get(item.name ?? '') ?? {};
    if (tags) tags.push(element.tagName ?? '');
    else byName.set(item.name ?? '', {item, tags: [element.tagName ?? '']});
  }
  const where = (tags: readonly string[]) => tags.length === ELEMENTS.length ? 'all' : tags.map(tag => tag.replace(/^podero-(device-)?(consumption-)?/, '')).join(', ');
  const columns: Readonly<Record<string, (item: Described) => string>> = {
    ...member === 'cssProperties' ? {Value: ({syntax}) => code(syntax)} : {},
    ...member === 'attributes' || member === 'cssProperties' ? {Default: item => code(item.default?.replace(/^'(.*)'$/, '$1'))} : {},
    Meaning: ({description = ''}) => description,
  };
  return table(['Name', 'On', ...Object.keys(columns)], [...byName.values()].map(({item, tags}) =>
    [code(item.name), where(tags), ...Object.values(columns).map(cell => cell(item))]));
}

/** Every text that a customer can read, in Markdown. */
export const words = (): string => table(['Key', 'English', 'Deutsch'],
  (Object.keys(en) as LabelKey[]).map(key => [code(key), en[key], de[key]]));
