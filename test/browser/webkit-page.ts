import {writeFile} from 'node:fs/promises';
import {startWebKit, type WebKit, type WebKitPrograms} from '../../dist-config/engines/webkit.mjs';
import {eventually} from './eventually.js';
import {NAMES} from './gather.js';
import {KEYS, keysOf, tellOnline, type KeyPress, type Page} from './page.js';

/** One window, used again for each page. */
export async function startWebKitPages(programs: WebKitPrograms) {
  const webkit = await startWebKit(programs);
  return {newPage: () => Promise.resolve(pageOf(webkit)), close: () => webkit.close()};
}

function pageOf(webkit: WebKit): Page {
  const evaluate: Page['evaluate'] = (run, ...values) => execute(webkit, `(${run})(...arguments)`, values);
  const goto = async (url: string) => {
    await webkit.post('url', {url});
    // A test once met an element that its script had not reached: the driver may answer to the load of the page before.
    const {protocol} = new URL(url);
    await eventually(() => evaluate(() => `${location.protocol} ${document.readyState}`), now => now === `${protocol} complete`);
  };
  return {
    goto,
    url: async () => String(await webkit.get('url')),
    evaluate,
    resize: (width, height) => resize(webkit, evaluate, width, height),
    click: async (find, ...values) => {
      const [x, y] = await execute<[number, number]>(webkit, `(${middleOf})((${find})(...arguments))`, values);
      const actions = [{type: 'pointerMove', x, y}, {type: 'pointerDown', button: 0}, {type: 'pointerUp', button: 0}];
      await webkit.post('actions', {actions: [{type: 'pointer', id: 'mouse', actions}]});
    },
    press: async (...presses) => void await webkit.post('actions', {actions: [{type: 'key', id: 'keyboard', actions: presses.flatMap(actionsOf)}]}),
    async screenshot(path) {
      await evaluate(beginToFlicker);
      await writeFile(path, String(await webkit.get('screenshot')), 'base64');
      await evaluate(() => document.querySelector('#flicker')!.remove());
    },
    setOnline: isOnline => evaluate(tellOnline, isOnline),
    heapBytes: () => Promise.resolve(undefined),
    close: async () => {
      await webkit.delete('cookie');
      await goto('about:blank');
    },
  };
}

/** In the page: the driver waits until the page is drawn the next time, which can be a minute. So a point in its corner changes. */
function beginToFlicker(): void {
  const point = document.createElement('i');
  point.id = 'flicker';
  point.style.cssText = 'position: fixed; inset: auto 0 0 auto; inline-size: 1px; block-size: 1px';
  document.body.append(point);
  const timer = setInterval(() => {
    point.style.backgroundColor = point.style.backgroundColor ? '' : '#fefefe';
    if (!point.isConnected) clearInterval(timer);
  }, 30);
}

/** Through JSON, since the driver itself turns `undefined` into null. */
async function execute<Result>(webkit: WebKit, expression: string, values: readonly unknown[]): Promise<Result> {
  const script = `${NAMES} return Promise.resolve(${expression}).then(value => JSON.stringify({value}))`;
  return (JSON.parse(String(await webkit.post('execute/sync', {script, args: values}))) as {value: Result}).value;
}

/** The driver knows only the window, which has a bar above the page. */
async function resize(webkit: WebKit, evaluate: Page['evaluate'], width: number, height: number): Promise<void> {
  const bar = await webkit.get('window/rect') as {height: number};
  await webkit.post('window/rect', {width, height: height + bar.height - await evaluate(() => innerHeight)});
}

function middleOf(element: Element): [number, number] {
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

function actionsOf(press: KeyPress) {
  const values = keysOf(press).map(key => KEYS[key]);
  return [...values.map(value => ({type: 'keyDown', value})), ...values.toReversed().map(value => ({type: 'keyUp', value}))];
}
