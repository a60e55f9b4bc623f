import {expect, fixture} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import type {DeviceViewContext} from '../../src/view/device-view.js';
import {renderDevice} from '../../src/view/device-view.js';
import {before, heatPump, inverter, totals, vehicle, view, without} from './devices.js';

const render = (device: Device, differences: Partial<DeviceViewContext> = {}) =>
  fixture<HTMLElement>(renderDevice(device, {...view, ...differences}));

const textOf = (element: Element | null) => element?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();
const part = (card: Element, name: string) => card.querySelector(`[part~="${name}"]`);
const partText = (card: Element, name: string) => textOf(part(card, name));
const statusOf = (card: Element) => [...card.querySelectorAll('[part="status"] li')].map(item => textOf(item));

const disconnected = {connection: 'disconnected', optimisation: {state: 'unavailable'}, stateAt: before(200)} as const;

describe('a device\'s card', () => {
  it('is accessible for every kind and in trouble', async () => {
    const devices = [
      heatPump({totals, indoorTargetC: 22}), vehicle({totals, targetPercent: 75}), inverter({totals, grid: {exportW: -5000, derived: true}}),
      heatPump({...disconnected, reconnect: {url: 'https://login.example/'}}), vehicle({hasMessage: true}),
    ];
    for (const device of devices) {
      const card = await render(device);
      await expect(card).to.be.accessible();
    }
  });

  it('has the parts that pages may style', async () => {
    const card = await render(heatPump({totals, ...disconnected, reconnect: {url: 'https://login.example/'}}));
    const names = new Set([...card.querySelectorAll('[part]'), card].flatMap(element => [...element.part]));
    expect([...names].sort()).to.deep.equal([
      'action', 'activity', 'base', 'footer', 'header', 'icon', 'label', 'notice', 'notice-reconnect', 'reading', 'readings', 'reason',
      'status', 'subtitle', 'title', 'totals', 'unit', 'updated', 'value',
    ]);
  });

  it('has no style attribute', async () => {
    for (const device of [heatPump({totals}), vehicle(), inverter()]) {
      expect((await render(device)).querySelector('[style]')).to.equal(null);
    }
  });

  it('is a heading of the level it is given', async () => {
    const title = part(await render(heatPump(), {headingLevel: 5}), 'title')!;
    expect([title.getAttribute('role'), title.getAttribute('aria-level')]).to.deep.equal(['heading', '5']);
  });
});

describe('its name', () => {
  const name = async (manufacturer?: string, model?: string) => {
    const device = {...heatPump(), ...{manufacturer, model}} as Device;
    return partText(await render(device), 'title');
  };

  it('is manufacturer and model, the manufacturer once', async () => {
    expect(await name('Nibe', 'S-Series')).to.equal('Nibe S-Series');
    expect(await name('Nibe', 'NIBE S1255')).to.equal('NIBE S1255');
    expect(await name('Nibe')).to.equal('Nibe');
  });

  it('is the kind where nothing else is known, said once', async () => {
    const card = await render(without(heatPump(), 'manufacturer', 'model'));
    expect([partText(card, 'title'), part(card, 'subtitle')]).to.deep.equal(['Heat pump', null]);
  });

  it('V13 is text, whatever it says, and no longer than 200 characters', async () => {
    expect(await name('<img src=x onerror=alert(1)>', '&lt;b&gt;')).to.equal('<img src=x onerror=alert(1)> &lt;b&gt;');
    expect((await name('x'.repeat(300)))!.length).to.equal(200);
  });
});

describe('its status', () => {
  it('says the connection', async () => {
    const words = async (connection: Device['connection']) => statusOf(await render(heatPump({connection})))[0];
    expect([await words('connected'), await words('disconnected'), await words('unknown')])
      .to.deep.equal(['Connected', 'Disconnected', 'Connection not known']);
  });

  it('says the optimisation, with the mode as customers know it', async () => {
    const words = async (optimisation: Device['optimisation']) => statusOf(await render(heatPump({optimisation})))[1];
    const modes = await Promise.all(['min', 'low', 'mid', 'MAX', 'turbo', 'constructor'].map(mode => words({state: 'active', mode})));
    expect(modes).to.deep.equal(['Optimisation Min', 'Optimisation ECO', 'Optimisation Comfort', 'Optimisation Boost', 'Optimisation turbo',
      'Optimisation constructor']);
    expect(await words({state: 'active'})).to.equal('Optimisation active');
    expect(await words({state: 'inactive'})).to.equal('Not optimising');
    expect(await words({state: 'unavailable'})).to.equal('Optimisation not available');
    expect(await words({state: 'unknown'})).to.equal('Optimisation not known');
  });
});

describe('its statement', () => {
  const statement = async (device: Device) => partText(await render(device), 'activity');

  it('says what a heat pump does, an unknown word as it is', async () => {
    const words = await Promise.all(['heating', 'Hot Water', 'pool_heating', 'Off', 'defrost_2', 'constructor'].map(operation =>
      statement(heatPump({operation}))));
    expect(words).to.deep.equal(['Heating', 'Hot water', 'Pool heating', 'Off', 'defrost_2', 'constructor']);
  });

  it('says the power where the heat pump does not say what it does', async () => {
    expect(await statement(without(heatPump(), 'operation'))).to.equal('Using 2.5 kW');
  });

  it('says what a vehicle does', async () => {
    const words = await Promise.all([
      {isPluggedIn: false}, {isPluggedIn: true}, {isPluggedIn: true, isFull: true}, {isPluggedIn: true, isCharging: true},
    ].map(state => statement(vehicle(state))));
    expect(words).to.deep.equal(['Unplugged', 'Plugged in, waiting', 'Plugged in, full', 'Charging']);
  });

  it('says what the home does with the sun', async () => {
    const words = await Promise.all([4545, -195, 0].map(exportW => statement(inverter({grid: {exportW, derived: false}}))));
    expect(words).to.deep.equal(['Feeding the grid', 'Drawing from grid', 'Self-sufficient']);
  });

  it('is not known while the device is disconnected', async () => {
    expect(await statement(heatPump(disconnected))).to.equal('Not known');
  });
});

describe('its reason', () => {
  const reason = async (device: Device) => partText(await render(device), 'reason');

  it('keeps its place when there is nothing to say', async () => {
    expect(await reason(without(heatPump(), 'operation', 'powerW'))).to.equal('');
  });

  it('says why a device that is fine does what it does', async () => {
    const devices = [heatPump(), vehicle({readyBy: '07:00'}), vehicle({isCharging: true, remainingS: 6250}), vehicle({isCharging: true}), inverter()];
    expect(await Promise.all(devices.map(reason))).to.deep.equal([
      'Your rooms are being heated.', 'Waiting for the best hours, ready by 07:00.', '1 h 45 min left.', 'Up to 80 %.', 'More sun than the home needs.',
    ]);
  });

  it('sends to the manufacturer where there is a link, else to the provider', async () => {
    expect(await reason(heatPump({...disconnected, reconnect: {url: 'https://login.example/'}})))
      .to.equal('Sign in again at Nibe. Values from 12:05.');
    expect(await reason(heatPump({reconnect: {url: 'https://login.example/'}, manufacturer: 'N'.repeat(99)})))
      .to.equal(`Sign in again at ${'N'.repeat(29)}…. Values from 15:20.`);
  });

  it('says the most urgent thing', async () => {
    const all = {hasMessage: true, unreadable: ['dhw_temperature']};
    expect(await reason(heatPump({...all, stateAt: before(200)}))).to.equal('Last known state, from 12:05.');
    expect(await reason(heatPump(all))).to.equal('Your provider has a message about this device.');
    expect(await reason(heatPump({unreadable: ['dhw_temperature']}))).to.equal('Some values could not be read.');
  });
});

describe('its readings', () => {
  it('are pairs of label and value, each with its key', async () => {
    const card = await render(inverter({totals}));
    const readings = [...card.querySelectorAll<HTMLElement>('[part="reading"]')].map(reading =>
      [reading.dataset['reading'], textOf(reading.querySelector('[part="label"]')), ...[...reading.querySelectorAll('[part="value"]')].map(textOf)]);
    expect(readings).to.deep.equal([
      ['solar', 'Solar', '6.3 kW'], ['home', 'Home', '950 W'], ['grid', 'To grid', '4.5 kW'], ['surplus', 'Surplus', '5.3 kW'],
      ['battery', 'Battery, charging', '755 W', '85 %'],
      ['last-day', '24 hours', '45.3 kWh'], ['last-week', '7 days', '288 kWh'], ['last-month', '30 days', '1,205 kWh'],
    ]);
  });

  it('show a dash for a missing value and say "not available"', async () => {
    const value = (await render(heatPump({generation: 'G2'}))).querySelector('[data-reading="flow"] [part="value"]')!;
    expect(textOf(value)).to.equal('–');
    expect(value.firstElementChild!.getAttribute('aria-label')).to.equal('not available');
  });

  it('have the time of the totals, with its day when that is not today', async () => {
    const heading = async (at: Date) => textOf((await render(heatPump({totals: {...totals, at}}))).querySelector('.totals-head'));
    expect(await heading(totals.at)).to.equal('Consumption as of 02:00');
    expect(await heading(new Date('2025-11-18T01:00:00Z'))).to.equal('Consumption as of 18 Nov, 02:00');
  });

  it('draw the ring from level, target and limit', async () => {
    const dashes = async (differences: Parameters<typeof vehicle>[0]) => {
      const card = await render(vehicle(differences));
      return Object.fromEntries([...card.querySelectorAll('.ring circle')].map(circle =>
        [circle.getAttribute('class'), circle.getAttribute('stroke-dasharray')?.split(' ')[0]]));
    };
    expect(await dashes({levelPercent: 40, targetPercent: 75, limitPercent: 80}))
      .to.deep.equal({track: '80', beyond: '20', planned: '35', edge: '40.7', level: '40', goal: undefined, eye: undefined});
    const card = await render(without(vehicle({targetPercent: 75}), 'levelPercent', 'limitPercent'));
    expect([...card.querySelectorAll('.ring circle')].map(circle => circle.getAttribute('class'))).to.deep.equal(['track', 'goal', 'eye']);
  });

  it('draw the flow with heads only where a direction is known', async () => {
    const pipes = async (device: Device) => [...(await render(device)).querySelectorAll<HTMLElement>('.pipe')].map(pipe =>
      [pipe.dataset['weight'], pipe.dataset['way'] ?? 'unknown', !!pipe.querySelector('svg')]);
    expect(await pipes(inverter())).to.deep.equal([['3', 'forth', true], ['2', 'forth', true], ['1', 'forth', true]]);
    expect(await pipes(inverter({productionW: 0, grid: {exportW: -9, derived: false}, battery: {power: {watts: 755, direction: 'unknown'}}})))
      .to.deep.equal([['0', 'forth', false], ['0', 'back', false], ['1', 'unknown', false]]);
  });
});

describe('its foot', () => {
  const footOf = async (device: Device, differences?: Partial<DeviceViewContext>) => {
    const foot = part(await render(device, differences), 'footer')!;
    return [foot.getAttribute('part'), textOf(foot.querySelector('.say'))];
  };

  it('says when the device was last heard of', async () => {
    const card = await render(heatPump());
    const time = part(card, 'updated') as HTMLTimeElement;
    expect(textOf(time)).to.equal('Updated 5 minutes ago');
    expect([time.localName, time.dateTime, time.title]).to.deep.equal(['time', '2025-11-20T14:20Z', '20 November 2025 at 15:20']);
  });

  it('says so when that is not known', async () => {
    expect(await footOf(without(heatPump(), 'stateAt'))).to.deep.equal(['footer', 'Update time not known']);
  });

  it('says the most urgent trouble, with a part for each', async () => {
    const problem = {notice: 'offline'} as const;
    const trouble = {...disconnected, hasMessage: true, reconnect: {}};
    expect(await footOf(heatPump(trouble), {problem})).to.deep.equal(['footer notice notice-reconnect', 'Disconnected Updated 3 hours ago']);
    expect(await footOf(heatPump({reconnect: {}}))).to.deep.equal(['footer notice notice-reconnect', 'Sign-in needed Updated 5 minutes ago']);
    const old = heatPump({stateAt: before(200), hasMessage: true});
    expect(await footOf(old, {problem})).to.deep.equal(['footer notice notice-offline', 'You are offline Updated 3 hours ago']);
    expect(await footOf(old)).to.deep.equal(['footer notice notice-stale', 'No recent update Updated 3 hours ago']);
    expect(await footOf(heatPump({hasMessage: true}))).to.deep.equal(['footer notice', 'Message waiting Updated 5 minutes ago']);
  });

  it('tells the three troubles with the network apart', async () => {
    const feet = await Promise.all((['upstream', 'unreachable', 'offline'] as const).map(notice => footOf(heatPump(), {problem: {notice}})));
    expect(feet).to.deep.equal([
      ['footer notice notice-upstream', 'Provider not answering Updated 5 minutes ago'],
      ['footer notice notice-unreachable', 'Portal unreachable Updated 5 minutes ago'],
      ['footer notice notice-offline', 'You are offline Updated 5 minutes ago'],
    ]);
  });

  it('links to the reconnect only where there is a link, and tells the element', async () => {
    const device = heatPump({...disconnected, reconnect: {url: 'https://login.example/a?b=1'}});
    const asked: Device[] = [];
    const card = await render(device, {onReconnect: (event, which) => {
      event.preventDefault();
      asked.push(which);
    }});
    const link = part(card, 'action') as HTMLAnchorElement;
    link.click();
    expect([link.href, link.target, link.rel, link.getAttribute('aria-label')])
      .to.deep.equal(['https://login.example/a?b=1', '', 'noopener', 'Reconnect Nibe S-Series']);
    expect(asked).to.deep.equal([device]);
  });

  it('marks values of the past, and devices that need the user', async () => {
    const marks = async (device: Device) => {
      const card = await render(device);
      return [card.hasAttribute('data-past'), card.hasAttribute('data-attention')];
    };
    expect(await marks(heatPump())).to.deep.equal([false, false]);
    expect(await marks(heatPump({stateAt: before(200)}))).to.deep.equal([true, false]);
    expect(await marks(vehicle({hasMessage: true}))).to.deep.equal([false, true]);
    expect(await marks(heatPump({...disconnected, reconnect: {}}))).to.deep.equal([true, true]);
  });
});
