import {startPortal} from '../../demo/portal/server.js';
import type {Listening} from '../../demo/listen.js';
import type {ActionName} from '../../demo/portal/actions.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import type {UserName} from '../../demo/sandbox/users.js';
import type {Page} from './page.js';
import {eventually} from './eventually.js';

export interface Demonstration {
  readonly url: string;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** The demonstration as `npm start` has it, on a Saturday morning in April. */
export async function startDemonstration(): Promise<Demonstration> {
  const sandbox = await startSandbox({start: new Date('2026-04-18T09:03:34Z')});
  const portal: Listening = await startPortal({port: 0, sandboxUrl: sandbox.url});
  sandbox.control({portal: portal.url});
  return {url: portal.url, sandbox, stop: async () => void await Promise.all([portal.close(), sandbox.close()])};
}

/** What the panel says of itself. */
export const readPanel = (page: Page) => page.evaluate(() => {
  const panel = document.querySelector('.lab')!;
  const buttons = [...panel.querySelectorAll<HTMLElement>('button')];
  return {
    isBusy: panel.querySelector('[aria-busy]') !== null,
    said: panel.querySelector('[role="status"]')!.textContent!,
    clock: panel.querySelector('time')!.dateTime,
    buttons: buttons.map(button => button.dataset.action ?? button.textContent),
    pressed: buttons.filter(button => button.getAttribute('aria-pressed') === 'true').map(button => button.dataset.action!),
  };
});

/** Where the focus is, through shadow roots: the element's own name for it, and its words. */
export const readFocus = (page: Page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return {
    action: (element as HTMLElement | null)?.dataset.action,
    tag: element?.localName,
    part: element?.getAttribute('part') ?? element?.closest('[part]')?.getAttribute('part'),
    words: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim(),
  };
});

/** Steps with Tab, or back, until the focus is there; a browser may stop at what can be scrolled, too. */
export async function tabUntil(page: Page, isThere: (focus: Awaited<ReturnType<typeof readFocus>>) => boolean, {key = 'Tab', steps = 20}: {key?: 'Tab' | 'Shift+Tab'; steps?: number} = {}) {
  for (let n = 0; n < steps; n++) {
    await page.press(key);
    const focus = await readFocus(page);
    if (isThere(focus)) return focus;
  }
  throw new Error(`Not there after ${steps} steps, but at ${JSON.stringify(await readFocus(page))}.`);
}

/** Presses Enter where the focus is, and waits until the widgets have read. */
export async function pressHere(page: Page, said: string): Promise<void> {
  await page.press('Enter');
  await eventually(() => readPanel(page), panel => panel.said === said && !panel.isBusy);
}

/** With the mouse; the panel is open then. */
export const press = (page: Page, action: ActionName) => page.click((name: string) => {
  document.querySelector<HTMLDetailsElement>('.lab details')!.open = true;
  const button = document.querySelector(`[data-action="${name}"]`)!;
  // What the panel says stays at its top, over the buttons that have been scrolled there.
  button.scrollIntoView({block: 'center', behavior: 'instant'});
  return button;
}, action);

/** Signs in as somebody else, and waits for the page that comes then. */
export async function changeCustomer(page: Page, name: UserName): Promise<void> {
  await page.click((value: string) => document.querySelector(`[name="customer"][value="${value}"]`)!, name);
  await arrives(page, (value: string) => document.querySelector(`[value="${value}"][aria-pressed="true"]`) !== null, name);
}

/** Another page has come, and its widgets are there; while it comes nobody can ask anything of it. */
export async function arrives<Value>(page: Page, isThere: (value: Value) => boolean, value: Value): Promise<void> {
  const hasWidgets = () => document.readyState === 'complete' && [...document.querySelectorAll(':not(:defined)')].length === 0;
  const look = async () => await page.evaluate(hasWidgets) && await page.evaluate(isThere, value);
  if (!await eventually(() => look().catch(() => false), Boolean)) throw new Error('The page did not come.');
}

/** How bright the ground of the list's first card is, from 0 to 1. */
export const brightness = (page: Page) => page.evaluate(() => {
  const card = document.querySelector('podero-device-list')!.shadowRoot!.querySelector('podero-device-card')!.shadowRoot!;
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = getComputedStyle(card.querySelector('[part~="base"]')!).backgroundColor;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return (r + g + b) / (3 * 255);
});
