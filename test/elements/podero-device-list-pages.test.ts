import {expect, html, nextFrame} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, until} from './shown.js';

let proxy: FakeProxy;
let page: Listening;

beforeEach(() => {
  proxy = new FakeProxy();
  serve(7);
  page = listen();
});

afterEach(() => {
  page.stop();
  proxy.restore();
});

/** Heat pumps `A1`, `A2` … */
const serve = (count: number) => proxy.serve('heat-pump', Array.from({length: count}, (_, index) =>
  fresh('heat-pump', {id: `${index + 1}`, device_model: {manufacturer: 'A', model: `${index + 1}`}})));
const showList = (pageSize: unknown) =>
  show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" page-size=${pageSize}></podero-device-list>`);
const idsOf = (list: Element) => [...list.shadowRoot!.querySelectorAll('podero-device-card')].map(({deviceId}) => deviceId);
const turn = async (list: PoderoDeviceList, direction: 'Previous' | 'Next') => {
  [...part(list, 'pager')!.querySelectorAll('button')].find(button => button.textContent!.trim() === direction)!.click();
  await list.updateComplete;
  await nextFrame();
  const [from, to = from] = rangeOf(list)!.split(' ')[0]!.split('–').map(Number);
  await until(() => idsOf(list).length === to! - from! + 1);
};
const rangeOf = (list: Element) => part(list, 'pager')?.querySelector('.range')!.textContent;

describe('a list of more devices than a page holds', () => {
  it('shows the first of them, says which, and counts all', async () => {
    const list = await showList(3);
    expect([idsOf(list), rangeOf(list)]).to.deep.equal([['1', '2', '3'], '1–3 of 7']);
    expect(part(list, 'footer')!.textContent).to.contain('7 devices.');
    expect(page.details('podero-ready')[0]!.devices.length).to.equal(7);
    await expect(list).to.be.accessible();
  });

  it('goes on and back, and tells the page nothing new', async () => {
    const list = await showList(3);
    const told = page.heard.length;
    await turn(list, 'Next');
    expect([idsOf(list), rangeOf(list)]).to.deep.equal([['4', '5', '6'], '4–6 of 7']);
    await turn(list, 'Next');
    expect(idsOf(list)).to.deep.equal(['7']);
    await turn(list, 'Previous');
    expect([idsOf(list), page.heard.length]).to.deep.equal([['4', '5', '6'], told]);
  });

  it('takes the focus to the new page, whose name says where we are', async () => {
    const list = await showList(3);
    await turn(list, 'Next');
    const focused = list.shadowRoot!.activeElement as HTMLElement;
    expect([focused.part.contains('list'), focused.tabIndex, focused.getAttribute('aria-label')]).to.deep.equal([true, -1, '4–6 of 7']);
  });

  it('stays on its page when it is read again, or on the last that is left', async () => {
    const list = await showList(3);
    await turn(list, 'Next');
    await list.refresh();
    expect(idsOf(list)).to.deep.equal(['4', '5', '6']);
    serve(2);
    await list.refresh();
    expect([idsOf(list), has(list, 'pager')]).to.deep.equal([['1', '2'], false]);
  });

  it('begins with the first page for another customer', async () => {
    const list = await showList(3);
    await turn(list, 'Next');
    list.session = 'another';
    await until(() => idsOf(list).join() === '1,2,3');
  });
});

it('a page begins anew for other devices, and is only clamped for devices that the page hands in', async () => {
  const list = await showList(3);
  const turnedBy = async (change: () => unknown) => {
    await turn(list, 'Next');
    expect(rangeOf(list)).to.match(/^4/);
    change();
    await until(() => rangeOf(list)?.startsWith('1–3'));
  };
  proxy.serve('inverter', [fresh('inverter')]);
  await turnedBy(() => { list.types = 'heat-pump inverter'; });
  const {building} = page.details('podero-ready')[0]!.devices[0]!;
  await turnedBy(() => { list.building = building; });
});

describe('a list of few devices', () => {
  it('has no pager, and its cards no name', async () => {
    const list = await showList(7);
    expect([has(list, 'pager'), part(list, 'list')!.hasAttribute('aria-label'), part(list, 'list')!.hasAttribute('tabindex')])
      .to.deep.equal([false, false, false]);
  });

  it('takes 24 for a page where the size cannot be used', async () => {
    const {warn} = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    for (const size of ['0', '-1', '2.5', 'many']) expect(idsOf(await showList(size)).length).to.equal(7);
    console.warn = warn;
    expect(lines.filter(line => line.includes('page-size')).length).to.equal(4);
  });
});
