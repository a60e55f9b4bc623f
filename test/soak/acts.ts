/** What a portal and its customer do with a page that is soaked. */
import type {Page} from 'puppeteer-core';

/** A list, a card or a chart among the extras. */
export const mount = (page: Page, tag: string, proxyUrl: string, id: string): Promise<void> => page.evaluate((name, base, device) => {
  const element = document.createElement(name);
  const attributes = {'proxy-url': base, 'poll-interval': '15', 'push-url': `${base}/push`};
  const one = name === 'podero-device-card' ? {'device-type': 'heat-pump', 'device-id': device} : {};
  for (const [attribute, value] of Object.entries({...attributes, ...one})) element.setAttribute(attribute, value);
  document.querySelector('#extras')!.append(element);
}, tag, proxyUrl, id);

export const unmountOne = (page: Page): Promise<void> => page.evaluate(() => document.querySelector('#extras')!.firstChild?.remove());

export const unmountAll = (page: Page): Promise<void> => page.evaluate(() => document.querySelector('#extras')!.replaceChildren());

/** As a portal does whose customer was sent to the login page. */
export const signIn = (page: Page): Promise<unknown> => page.evaluate(() => {
  const elements = document.querySelectorAll<HTMLElement & {refresh(): Promise<void>}>('podero-device-list, podero-device-card, podero-consumption-chart');
  const failed = [...elements].filter(element => element.shadowRoot!.querySelector('[part~="error"]'));
  return Promise.all(failed.map(element => element.refresh()));
});

/** Shows the page, or hides it behind another. */
export const show = (page: Page, isVisible: boolean): Promise<void> => page.evaluate(visible => {
  Object.defineProperty(document, 'visibilityState', {value: visible ? 'visible' : 'hidden', configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}, isVisible);
