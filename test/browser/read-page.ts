import type {Page} from './page.js';

/** What a customer reads: `"<device id> <part or reading>"` → text, with single spaces. */
export type Read = Readonly<Record<string, string>>;

/**
 * Every word and number of the page: of the list, its cards (`<id> …`), cards that stand alone (`alone <id> …`) and the chart.
 * Ages are left out. What this function does not know is under `unread`.
 */
export const readPage = (page: Page): Promise<Read> => page.evaluate(() => {
  const read: Record<string, string> = {};
  const taken = new Set<Node>();
  const ages = new Set<Node>();
  const clean = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
  // Paragraphs and items stand apart, whether or not there is white space between them.
  const isApart = (node: Node): boolean => node instanceof Element && node.matches('p, li, div');
  const wordsOf = (node: Node): string => {
    if (ages.has(node)) return '';
    const words = node instanceof Text ? node.data : [...node.childNodes].map(wordsOf).join('');
    return isApart(node) ? ` ${words} ` : words;
  };
  const take = (element: Element | null | undefined): string => {
    if (element) taken.add(element);
    return element ? clean(wordsOf(element)) : '';
  };
  const takeAll = (root: ParentNode, selector: string, glue = ' ') => [...root.querySelectorAll(selector)].map(take).filter(Boolean).join(glue);

  function readCard(card: Element, name: string): void {
    const root = card.shadowRoot;
    // A page that has just come may not have its elements defined.
    if (!root) return;
    root.querySelectorAll('footer time').forEach(time => ages.add(time));
    for (const part of ['title', 'subtitle', 'status', 'activity', 'reason', 'footer']) read[`${name} ${part}`] = take(root.querySelector(`[part~="${part}"]`));
    for (const reading of root.querySelectorAll('[data-reading]')) {
      read[`${name} ${reading.getAttribute('data-reading')}`] = takeAll(reading, '[part~="label"], [part~="value"]', ' | ');
      // The derived grid's word stands under its picture, for the eye only.
      takeAll(reading, '[aria-hidden="true"]');
    }
    const totals = root.querySelector('[part~="totals"]');
    if (totals) read[`${name} totals`] = takeAll(totals, 'p');
  }

  const list = document.querySelector('podero-device-list')?.shadowRoot;
  const inList = [...list?.querySelectorAll('podero-device-card') ?? []];
  const alone = [...document.querySelectorAll('podero-device-card')];
  for (const card of inList) readCard(card, card.getAttribute('device-id')!);
  for (const card of alone) readCard(card, `alone ${card.getAttribute('device-id')!}`);
  if (list) {
    list.querySelectorAll('time').forEach(time => ages.add(time));
    read['list head'] = takeAll(list, '[part~="heading"], .list-line', ' | ');
  }

  const chart = document.querySelector('podero-consumption-chart')?.shadowRoot;
  if (chart) {
    chart.querySelectorAll('footer time').forEach(time => ages.add(time));
    read['chart head'] = takeAll(chart, '[part~="title"], .subtitle', ' | ');
    read['chart empty'] = takeAll(chart, '[part~="empty"]');
    for (const flow of chart.querySelectorAll('[data-flow]')) read[`chart ${flow.getAttribute('data-flow')}`] = takeAll(flow, '.flow-name, dt, dd');
    read['chart legend'] = takeAll(chart, '[part~="legend"] li', ' | ');
    read['chart table'] = [...chart.querySelectorAll('caption, tr')].map(row => takeAll(row, 'th, td', ' | ') || take(row)).join(' / ');
    read['chart words'] = takeAll(chart, '.axis, footer', ' | ');
  }

  const isText = (node: Node): boolean => node instanceof Text && clean(node.data) !== '';
  const unread = (node: Node): string[] => taken.has(node) || ages.has(node) ? []
    : isText(node) ? [clean((node as Text).data)] : [...node.childNodes].flatMap(unread);
  read.unread = [list, chart, ...[...inList, ...alone].map(card => card.shadowRoot)].flatMap(root => root ? unread(root) : []).join(' / ');
  return read;
});

/** Part names of the notices and screens that are there instead of, or over, the data. */
export const readNotices = (page: Page, tag: string): Promise<readonly string[]> => page.evaluate(name => {
  const root = document.querySelector(name)!.shadowRoot!;
  return [...root.querySelectorAll('[part~="notice"], [part~="error"], [part~="empty"]')].map(element => element.getAttribute('part')!);
}, tag);

export const refreshAll = (page: Page): Promise<unknown> => page.evaluate(() => Promise.all(
  [...document.querySelectorAll<HTMLElement & {refresh(): Promise<void>}>('podero-device-list, podero-device-card, podero-consumption-chart')]
    .map(element => element.refresh())));
