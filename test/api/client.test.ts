import {expect} from '@open-wc/testing';
import {readCollection, readDevice} from '../../src/api/client.js';
import {asPoderoError} from '../../src/domain/errors.js';
import {heatPumpPayload} from '../fixtures/payloads.js';
import {endpointWith, json, never, restoreFetch, serve} from './served.js';

const endpoint = endpointWith();
const pump = (id: string, fields = {}) => heatPumpPayload('G1', {id, ...fields});
const read = (previous?: Awaited<ReturnType<typeof readCollection>>, end = endpoint) => readCollection(end, 'heat-pump', never(), previous);
const idsOf = ({devices}: {devices: readonly {id: string}[]}) => devices.map(({id}) => id);

describe('a collection', () => {
  afterEach(restoreFetch);

  it('is asked for at its route, with what the base address says besides', async () => {
    const asked = serve(() => json([]));
    await read(undefined, endpointWith({base: new URL('/portal/podero?tenant=7', location.href)}));
    expect(new URL(asked[0]!.url).pathname + new URL(asked[0]!.url).search).to.equal('/portal/podero/heat-pumps?tenant=7');
  });

  it('V11 shows its good devices, whatever the others are, and counts those', async () => {
    serve(() => json([pump('1'), null, 7, {name: 'no id'}, pump('', {}), pump('2', {current_power_consumption_w: {}})]));
    const end = endpointWith();
    const {devices, dropped} = await read(undefined, end);
    expect([idsOf({devices}), dropped]).to.deep.equal([['1', '2'], 4]);
    expect(end.said.filter(line => line.includes('usable id'))).to.deep.equal(['heat-pumps: 4 without usable id cannot be shown.']);
    expect(devices[1]!.unreadable).to.deep.equal(['current_power_consumption_w']);
    expect(end.said.some(line => line.includes('current_power_consumption_w cannot be read'))).to.equal(true);
  });

  it('V12 keeps the first of several devices with one id', async () => {
    serve(() => json([pump('1', {indoor_actual_temperature: 20}), pump('1', {indoor_actual_temperature: 30})]));
    expect((await read()).devices).to.have.length(1);
    expect((await read()).devices[0]).to.include({indoorC: 20});
  });

  it('H03 is the very same while the answer is the same text, which costs no parse', async () => {
    serve(() => json([pump('1')]));
    const first = await read();
    const {parse} = JSON;
    let parsed = 0;
    JSON.parse = (...given) => (parsed++, parse(...given) as unknown);
    const second = await read(first);
    JSON.parse = parse;
    expect([second === first, parsed]).to.deep.equal([true, 0]);
  });

  it('H02 keeps what it had when the answer is empty', async () => {
    serve((_, n) => (n === 1 ? json([pump('1')]) : new Response(null, {status: 204})));
    const first = await read();
    expect(await read(first)).to.equal(first);
  });

  it('keeps the identity of every unchanged device', async () => {
    serve((_, n) => json([pump('1'), pump('2', {indoor_actual_temperature: 20 + n})]));
    const first = await read();
    const second = await read(first);
    expect([second.devices[0] === first.devices[0], second.devices[1] === first.devices[1]]).to.deep.equal([true, false]);
  });

  it('N10 drops a device with an older state stamp than the one shown', async () => {
    const at = (minute: number) => ({current_state_last_updated_at: `2026-04-18T08:${minute}:00Z`, indoor_actual_temperature: minute});
    serve((_, n) => json([pump('1', at([30, 20, 40][n - 1]!))]));
    const first = await read();
    const second = await read(first);
    expect([second.devices[0], (await read(second)).devices[0]!]).to.satisfy(
      ([old, young]: {indoorC: number}[]) => old!.indoorC === 30 && young!.indoorC === 40);
  });

  it('says that the API behind the proxy is failing, also when nothing else changed', async () => {
    serve((_, n) => json([pump('1')], n === 1 ? {} : {headers: {'podero-stale': '1'}}));
    const first = await read();
    const second = await read(first);
    expect([first.isServedStale, second.isServedStale, second.devices === first.devices]).to.deep.equal([false, true, true]);
  });

  it('says how old an answer was that was served although the API fails', async () => {
    serve((_, n) => json([pump('1')], {headers: n === 1 ? {age: '60'} : {'podero-stale': '1', age: n === 2 ? '1800' : 'x'}}));
    const first = await read();
    const second = await read(first);
    expect([first.ageMs, second.ageMs, (await read(second)).ageMs]).to.deep.equal([0, 1_800_000, 0]);
  });
});

describe('one device', () => {
  afterEach(restoreFetch);
  const readOne = (id: string) => readDevice(endpoint, 'heat-pump', id, never());

  it('is asked for by its id, whatever stands in that', async () => {
    const asked = serve(() => json(pump('a/../b?c')));
    expect(idsOf(await readOne('a/../b?c'))).to.deep.equal(['a/../b?c']);
    expect(asked[0]!.url).to.equal(`${location.origin}/podero/heat-pumps/a%2F..%2Fb%3Fc`);
  });

  it('is broken when another one comes', async () => {
    serve(() => json(pump('2')));
    expect(asPoderoError(await readOne('1').catch((thrown: unknown) => thrown)).code).to.equal('malformed');
  });

  it('is broken without an id, and that is said by the error alone', async () => {
    serve(() => json({detail: 'Not found.'}));
    const end = endpointWith();
    const thrown: unknown = await readDevice(end, 'heat-pump', '1', never()).catch((error: unknown) => error);
    expect([asPoderoError(thrown).code, end.said]).to.deep.equal(['malformed', []]);
  });
});

describe('a device that needs the user', () => {
  afterEach(restoreFetch);

  it('N10 takes no flag from a state that is dropped, and loses none to it', async () => {
    const at = (stamp: string, flag: boolean) => heatPumpPayload('G2', {id: '1', current_state_last_updated_at: stamp, action_needed: flag, updated_at: stamp});
    const [early, late] = ['2025-11-20T10:00:00Z', '2025-11-20T11:00:00Z'];
    for (const [isFlagged, marks] of [[false, []], [true, [late]]] as const) {
      serve((_, n) => json([n === 1 ? at(late, isFlagged) : at(early, !isFlagged)]));
      const second = await read(await read());
      expect([...second.flagged.values()]).to.deep.equal(marks);
    }
  });

  it('is flagged while only its detail says what for, with a mark that changes with the device', async () => {
    serve((_, n) => json([
      pump('1', {action_needed: true, updated_at: `2026-01-0${n}T00:00:00Z`}),
      pump('2', {action_needed: true, actions: []}),
      pump('3', {action_needed: false}),
      pump('4'),
    ]));
    const [first, second] = [await read(), await read()];
    expect([...first.flagged.keys()]).to.deep.equal(['1']);
    expect(second.flagged.get('1')).to.not.equal(first.flagged.get('1'));
  });
});
