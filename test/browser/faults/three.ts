/** A page with all three elements, of one household. */
import type {Collection} from '../../../src/api/routes.js';
import {savingsPayload, thisWeekInUtc} from '../../fixtures/savings.js';
import type {Page} from '../page.js';
import {eventually} from '../eventually.js';
import {answers} from './fault.js';
import type {FaultServer} from './fault-server.js';

const KINDS = {'heat-pumps': 'heat-pump', 'electric-vehicles': 'electric-vehicle', 'inverters': 'inverter'} as const;
export const COLLECTIONS = (Object.keys(KINDS) as Collection[]).map(name => `/${name}`);

export const list = (url: string, more = ''): string => `<podero-device-list proxy-url="${url}" ${more}></podero-device-list>`;
export const chart = (url: string, more = ''): string => `<podero-consumption-chart proxy-url="${url}" ${more}></podero-consumption-chart>`;
export const card = (url: string, kind: string, id: unknown, more = ''): string =>
  `<podero-device-card proxy-url="${url}" device-type="${kind}" device-id="${String(id)}" ${more}></podero-device-card>`;

/** Each element once. */
export const three = ({proxyUrl, devices}: FaultServer, more = ''): string =>
  list(proxyUrl, more) + card(proxyUrl, 'heat-pump', devices['heat-pumps'][0]!.id, more) + chart(proxyUrl, more);

/** Every device has used some energy on each day of this week. */
export function giveSavings({devices, faults}: FaultServer): readonly string[] {
  return (Object.keys(KINDS) as Collection[]).flatMap(name => devices[name].map(({id}) => {
    const path = `/${name}/${id}/savings`;
    faults.set(path, answers(200, {}, JSON.stringify(savingsPayload(KINDS[name], thisWeekInUtc(), Array<number>(7).fill(5000)))));
    return path;
  }));
}

/** How many of the page's own elements show devices or figures, and how many pictures are drawn. */
export const countShown = (page: Page): Promise<{shown: number; drawn: number}> => page.evaluate(() => {
  const roots = [...document.querySelectorAll('podero-device-list, podero-device-card, podero-consumption-chart')].map(({shadowRoot}) => shadowRoot);
  return {
    shown: roots.filter(root => root?.querySelector('[part~="list"], [part~="title"]') && !root.querySelector('[part~="skeleton"]')).length,
    // An untouched canvas has a size, but no attribute that says so.
    drawn: roots.filter(root => Number(root?.querySelector('canvas')?.getAttribute('width'))).length,
  };
});

/** Waits until so many elements show something, the last of them pictures. */
export const showing = (page: Page, shown: number, drawn = 0): Promise<{shown: number; drawn: number}> =>
  eventually(() => countShown(page), now => now.shown >= shown && now.drawn >= drawn);

/** In a page whose bundle is late. */
export const loadBundle = (page: Page): Promise<void> =>
  page.evaluate(async () => void await (globalThis as unknown as {loadBundle: () => Promise<unknown>}).loadBundle());
