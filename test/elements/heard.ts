/** What a screen reader says by itself, while somebody is elsewhere on the page: the changes of live regions. */
import {rootsIn} from './sheets.js';

const LIVE = '[role="status"], [role="alert"], [aria-live]';
const elementOf = (node: Node): Element | null => node instanceof Element ? node : node.parentElement;
const clean = (node: Node) => node.textContent!.replace(/\s+/g, ' ').trim();

/** A region speaks when words come into it, not when they go; one that comes with its words only where it is an alert. */
export function hear(element: Element): {readonly said: string[]; stop(): void} {
  const said: string[] = [];
  const observer = new MutationObserver(records => {
    const regions = new Set<Element>();
    const isNew = (region: Element) => records.some(({addedNodes}) => [...addedNodes].some(node => node.contains(region)));
    for (const {type, target, addedNodes} of records) for (const node of type === 'childList' ? addedNodes : [target]) {
      if (!clean(node)) continue;
      const region = elementOf(node)?.closest(LIVE);
      if (region && region.getAttribute('aria-live') !== 'off' && !isNew(region)) regions.add(region);
      const alerts = node instanceof Element ? [node, ...node.querySelectorAll('*')].filter(element => element.matches('[role="alert"]')) : [];
      for (const alert of alerts) regions.add(alert);
    }
    for (const region of regions) if (region.isConnected && clean(region)) said.push(clean(region));
  });
  for (const root of rootsIn([element])) observer.observe(root, {subtree: true, childList: true, characterData: true});
  return {said, stop: () => observer.disconnect()};
}
