import {expect, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import '../../src/elements/podero-consumption-chart.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import {has, part, show, textOf, until} from './shown.js';

let proxy: FakeProxy;

beforeEach(() => {
  proxy = new FakeProxy();
});

afterEach(() => proxy.restore());

const flagged = (id: string, fields = {}) => fresh('heat-pump', {id, action_needed: true, actions: undefined, updated_at: '2026-01-01T00:00:00Z', ...fields}, 'G2');
const detailOf = (id: string, ...codes: string[]) => proxy.answer(`/heat-pumps/${id}`, () => Response.json(flagged(id, {actions: codes.map(code => ({code}))})));
const showPumps = () => show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);
const detailsAsked = () => proxy.asked.filter(path => path !== '/heat-pumps');

describe('a device that is flagged without saying why', () => {
  it('says it as soon as its detail is there', async () => {
    proxy.serve('heat-pump', [flagged('1')]);
    detailOf('1', 'reauthenticate');
    const list = await showPumps();
    await until(() => has(list, 'notice-reconnect'));
    expect(textOf(list)).to.contain('Sign-in needed');
    expect(detailsAsked()).to.deep.equal(['/heat-pumps/1']);
  });

  it('says that a message waits where it is anything else, or the detail cannot be read', async () => {
    proxy.serve('heat-pump', [flagged('1'), flagged('2')]);
    detailOf('1', 'new_tariff');
    proxy.answer('/heat-pumps/2', status(500));
    const list = await showPumps();
    await until(() => detailsAsked().length === 2);
    expect(textOf(list).match(/Message waiting/g)).to.have.length(2);
    expect(part(list, 'footer')!.textContent).to.contain('2 of 2 devices need you.');
  });

  it('is asked again only when it changed, and goes on saying what it said until the new answer', async () => {
    proxy.serve('heat-pump', [flagged('1')]);
    detailOf('1', 'reauthenticate');
    const list = await showPumps();
    await until(() => has(list, 'notice-reconnect'));
    proxy.answer('/heat-pumps', () => Response.json([flagged('1', {current_power_consumption_w: 1})]));
    await list.refresh();
    expect(detailsAsked().length).to.equal(1);
    proxy.answer('/heat-pumps', () => Response.json([flagged('1', {updated_at: '2026-01-02T00:00:00Z'})]));
    let answer: (response: Response) => void = () => {};
    proxy.answer('/heat-pumps/1', () => new Promise(resolve => { answer = resolve; }));
    void list.refresh();
    await until(() => detailsAsked().length === 2);
    expect(has(list, 'notice-reconnect')).to.equal(true);
    answer(Response.json(flagged('1', {actions: []})));
    await until(() => !has(list, 'notice-reconnect'));
  });

  it('waits its turn: four at once', async () => {
    proxy.serve('heat-pump', Array.from({length: 9}, (_, index) => flagged(String(index))));
    const answers: ((response: Response) => void)[] = [];
    for (let index = 0; index < 9; index++) proxy.answer(`/heat-pumps/${index}`, () => new Promise(resolve => answers.push(resolve)));
    await showPumps();
    await until(() => answers.length === 4);
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(answers.length).to.equal(4);
    answers[0]!(status(404)() as Response);
    await until(() => answers.length === 5);
    for (let index = 1; index < 9; index++) {
      await until(() => answers[index]);
      answers[index]!(status(404)() as Response);
    }
  });

  it('costs a chart nothing', async () => {
    proxy.serve('heat-pump', [flagged('1')]);
    await show(html`<podero-consumption-chart proxy-url=${proxy.url}></podero-consumption-chart>`);
    expect(detailsAsked()).to.not.contain('/heat-pumps/1');
  });
});
