/** Parts of the contract (4), and whether a page's `::part(name)` meets what wears them. */

const COMMON = ['base', 'error', 'skeleton'] as const;
const CARD = ['header', 'icon', 'title', 'subtitle', 'status', 'activity', 'reason', 'readings', 'reading', 'label', 'value', 'unit', 'totals', 'updated', 'action', 'control'];
const NOTICES = ['upstream', 'unreachable', 'offline', 'partial'].map(name => `notice-${name}`);

/** The contract's part names. A list shows its cards' parts too: those that both have are told apart by `card-`. */
export const CONTRACT_PARTS: Readonly<Record<string, readonly string[]>> = {
  'podero-device-card': [...COMMON, ...CARD, 'footer', 'notice', ...NOTICES, 'notice-stale', 'notice-reconnect'],
  'podero-device-list': [
    ...COMMON, ...CARD, 'heading', 'list', 'notice', 'pager', 'footer', 'refresh', 'empty', ...NOTICES, 'notice-stale', 'notice-reconnect',
    'card', 'card-footer', 'card-notice', 'card-error', 'card-skeleton',
  ],
  'podero-consumption-chart': [
    ...COMMON, 'header', 'title', 'periods', 'navigation', 'summary', 'canvas', 'legend', 'table', 'notice', 'export', 'empty', ...NOTICES,
  ],
};

const NO_CONTROLS = 'comes with the switches for optimisation and boost';

/** Those of them that nothing wears yet, and why. */
export const LATER_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'podero-device-card': {control: NO_CONTROLS},
  'podero-device-list': {control: NO_CONTROLS, 'card-error': 'a list hands its cards devices that are there: none of them can fail. The name is kept for it'},
  'podero-consumption-chart': {},
};

const toldBy = (name: string) => `--reached-as-${name}`;

/** A page's style sheet that marks whatever it reaches by `<tag>::part(<name>)`, for each of the names. */
export function reachFor(tags: Readonly<Record<string, readonly string[]>>): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const names = new Set(Object.values(tags).flat());
  // What a part is reached as must not be inherited by what stands in it.
  sheet.replaceSync([
    ...[...names].map(name => `@property ${toldBy(name)} { syntax: "*"; inherits: false; }`),
    ...Object.entries(tags).flatMap(([tag, parts]) => parts.map(name => `${tag}::part(${name}) { ${toldBy(name)}: ${tag}; }`)),
  ].join('\n'));
  return sheet;
}

/** A part by which a page can address something on an element's inside, and what wears it. */
export interface Worn {
  readonly name: string;
  readonly by: Element;
}

/** Everything on an element's inside that wears a part: its own, and those it exports of an element within. */
export function partsOf(root: ShadowRoot): Worn[] {
  const own = [...root.querySelectorAll('[part]')].flatMap(by => [...by.part].map(name => ({name, by})));
  const exported = [...root.querySelectorAll('[exportparts]')].flatMap(inner => {
    const names = new Map(inner.getAttribute('exportparts')!.split(',').map(pair => pair.split(':').map(name => name.trim())).map(([from, to]) => [from!, to ?? from!]));
    return inner.shadowRoot ? partsOf(inner.shadowRoot).flatMap(({name, by}) => ({name: names.get(name) ?? `${name} of <${inner.localName}>, not exported`, by})) : [];
  });
  return [...own, ...exported];
}

/** Where the page's rules meet something else than what wears their part. */
export function missedIn(element: Element, names: readonly string[]): string[] {
  const worn = new Map<Element, Set<string>>();
  for (const {name, by} of partsOf(element.shadowRoot!)) worn.set(by, (worn.get(by) ?? new Set()).add(name));
  return [...worn].flatMap(([by, own]) => {
    const style = getComputedStyle(by);
    const reached = names.filter(name => style.getPropertyValue(toldBy(name)).trim() === element.localName);
    const wrong = [...names.filter(name => own.has(name) !== reached.includes(name)), ...[...own].filter(name => !names.includes(name))];
    return wrong.map(name => `${element.localName}::part(${name}) ${reached.includes(name) ? 'meets' : 'misses'} <${by.localName} part="${by.getAttribute('part')}">`);
  });
}
