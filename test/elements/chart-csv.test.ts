import {expect} from '@open-wc/testing';
import {fresh} from './fake-proxy.js';
import {cellsOf, savedBy, WeekWorld} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

const TOTALS = [48.2, null, 44.1234, 41.3, 39.7, 44.9, 18.4];
const daily = (iso: string) => TOTALS[Number(iso.slice(8, 10)) - 23];

describe('the file of a chart', () => {
  it('is what is shown: a row a slot, gaps empty and named, units in the head, instants with the home\'s offset', async () => {
    world.tell('heat-pump', {days: daily});
    const {name, text} = await savedBy(await world.showTime('heat-pump'));
    expect(name).to.equal('energy-week-2026-03-23.csv');
    expect(text).to.equal(`\uFEFF${[
      '"From","Until","Nibe S-Series, Consumption (kWh)","Note"',
      '"2026-03-23T00:00:00+01:00","2026-03-24T00:00:00+01:00",48.2,',
      '"2026-03-24T00:00:00+01:00","2026-03-25T00:00:00+01:00",,"No data"',
      '"2026-03-25T00:00:00+01:00","2026-03-26T00:00:00+01:00",44.123,',
      '"2026-03-26T00:00:00+01:00","2026-03-27T00:00:00+01:00",41.3,',
      '"2026-03-27T00:00:00+01:00","2026-03-28T00:00:00+01:00",39.7,',
      '"2026-03-28T00:00:00+01:00","2026-03-29T00:00:00+01:00",44.9,',
      '"2026-03-29T00:00:00+01:00","2026-03-30T00:00:00+02:00",18.4,"Today, so far"',
      '',
    ].join('\r\n')}`);
  });

  it('is separated as a spreadsheet in the reader\'s language expects', async () => {
    world.tell('heat-pump', {days: daily});
    const chart = await world.showTime('heat-pump', {labels: '{"export": "Export CSV"}'}, 'de');
    const {text} = await savedBy(chart);
    expect(text.split('\r\n')[1]).to.equal('"2026-03-23T00:00:00+01:00";"2026-03-24T00:00:00+01:00";48,2;');
  });

  for (const name of ['=HYPERLINK("http://evil.example";"x")', '+1', '-2+3', '@SUM(A1)', ' =1', '＝1', '%0A', '|cmd']) {
    it(`does not let a device called ${JSON.stringify(name)} be a formula`, async () => {
      world.proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', device_model: {manufacturer: name, model: 'X'}})]);
      world.tell('heat-pump', {days: daily});
      const {text} = await savedBy(await world.showTime('heat-pump'));
      expect(text).to.match(/"'\s*[=+\-@|%＝].*X, Consumption \(kWh\)"/);
      for (const cell of cellsOf(text).flat()) expect(cell).not.to.match(/^\s*[=+@\t|%＝]/);
      expect(text.split('\r\n')[0]).not.to.match(/(^|,)"\s*[=+\-@\t|%＝]/);
      // A quote inside ends no cell.
      expect(text.split('\r\n')[0]!.replace(/""/g, '').match(/"/g)!.length % 2).to.equal(0);
    });
  }

  it('keeps losses as numbers: a minus is no formula', async () => {
    world.tell('heat-pump', {days: daily, savings: () => -0.5, currency: 'EUR'});
    const {text} = await savedBy(await world.showTime('heat-pump', {metric: 'savings'}));
    expect(cellsOf(text)[1]![2]).to.equal('-0.5');
  });

  it('is of a household as the table is, with the rolling sums of those that have nothing else below', async () => {
    world.tell('heat-pump', {days: () => 2});
    world.tell('inverter', {days: () => 3});
    const {text} = await savedBy(await world.showAll());
    expect(cellsOf(text)[0]).to.deep.equal(['From', 'Until', 'Nibe S-Series, Consumption (kWh)', 'Fronius Symo GEN24 10.0 Plus, Production (kWh)', 'Note']);
    expect(text).to.contain('\r\n\r\n"Device",,"24 hours (kWh)","7 days (kWh)","30 days (kWh)"\r\n"Tesla Model 3","Consumption",');
  });

  it('of rolling sums alone has a row a device', async () => {
    const {name, text} = await savedBy(await world.showTime('heat-pump'));
    expect(name).to.equal('energy.csv');
    expect(cellsOf(text)[1]!.slice(0, 2)).to.deep.equal(['Nibe S-Series', 'Consumption']);
  });
});
