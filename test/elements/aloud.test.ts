/** In which order, and with which roles and names, everything is read aloud. */
import {expect} from '@open-wc/testing';
import {computeAccessibleName} from 'dom-accessibility-api';
import {aloud} from './aloud.js';
import {rootsIn} from './sheets.js';
import {Stage} from './situations.js';

const lines = (text: string): string[] => text.split('\n').filter(line => line.trim()).map(line => line.slice(6));

/** After the day's name and around a dash engines differ, and a try that comes soon is only sometimes still to come. */
const alike = (line: string): string => line.replace(/^( *\w{3}|.*: \w+day), (?=\d)/, '$1 ').replace(/(\d) ?– ?(?=\d)/, '$1–').replace(/ Next try at 15:0\d\.$/, '');

/** What is it, is it fine, what does it do and why, numbers, what can be done: each number after its name, each picture in words. */
const READ: Readonly<Record<string, string>> = {
  'a heat-pump, disconnected, with a link': `
      article "Nibe S-Series"
        heading 3 "Nibe S-Series"
          button "Nibe S-Series"
        Heat pump
        list of 2
          Disconnected
          Optimisation not available
        Not known
        Sign in again at Nibe. Values from 14:35.
        Indoor: 21.5 °C
        Hot water: 49.9 °C
        Outdoor: 9.7 °C
        Power: 870 W
        Consumption
        as of 00:40
        24 hours: 48.2 kWh
        7 days: 288 kWh
        30 days: 1,205 kWh
        status
          Nibe S-Series: Disconnected
        Updated 25 minutes ago
        link "Reconnect Nibe S-Series"`,
  'an electric-vehicle, well, of the other generation': `
      article "Tesla Model 3"
        heading 3 "Tesla Model 3"
        Electric vehicle
        list of 2
          Connected
          Optimisation active
        Plugged in, waiting
        Waiting for the best hours, ready by 07:00.
        Charge level: 68 %
        Ready by: 07:00
        Range: 315 km
        Power: 0 W
        Target: 75 %
        Limit: 80 %
        Consumption
        as of 00:40
        24 hours: 48.2 kWh
        7 days: 288 kWh
        30 days: 1,205 kWh
        status
        Updated 25 minutes ago`,
  'an inverter, well': `
      article "Fronius Symo GEN24 10.0 Plus"
        heading 3 "Fronius Symo GEN24 10.0 Plus"
        Solar inverter
        list of 2
          Connected
          Optimisation active
        Feeding the grid
        More sun than the home needs.
        Solar: 6.1 kW
        Home: 1.2 kW
        To grid, calculated: ≈ 2.2 kW
        Surplus: 4.9 kW
        Battery, charging: 2.7 kW, 88 %
        Production
        24 hours: 48.2 kWh
        7 days: 288 kWh
        30 days: 1,205 kWh
        status
        Updated 25 minutes ago`,
  'a list without two of its kinds': `
      heading 3 "Your devices"
      status
        Not loaded: heat pumps and inverters.
      Checked just now
      button "Try again"
      list of 1
        article "Tesla Model 3"
          heading 4 "Tesla Model 3"
          Electric vehicle
          list of 2
            Connected
            Optimisation active
          Plugged in, waiting
          Waiting for the best hours.
          Charge level: 68 %
          Time left: not available
          Range: 315 km
          Power: 0 W
          Limit: 80 %
          Consumption
          as of 00:40
          24 hours: 48.2 kWh
          7 days: 288 kWh
          30 days: 1,205 kWh
          Updated 25 minutes ago`,
  'a list that was not loaded': `
      alert
        heading 3 "Your devices could not be loaded"
        Your provider’s system does not answer. Please try again in a moment.
        button "Try again"`,
  'a chart of a week of one device': `
      article
        heading 3 "Energy"
        Fronius Symo GEN24 10.0 Plus
        group "Period"
          button "Day"
          button "Week"
          button "Month"
          button "Year"
        button "Earlier"
        23–29 Mar 2026
        button unavailable "Later"
        button unavailable "Today"
        Production
        250 kWh this week so far; most on Tuesday.
        6 of 7 days. 250 kWh of it to the grid.
        No data: Wednesday.
        slider "Production 250 kWh this week so far; most on Tuesday.": Sunday 29 March, Today, so far, 18.4 kWh
        Times of your home: Central European Standard Time. Where you are: Chatham Daylight Time.
        table "Energy"
          Energy
          Day | Fronius Symo GEN24 10.0 Plus Production
          Mon 23 Mar | 48.2 kWh
          Tue 24 Mar | 57.6 kWh
          Wed 25 Mar | not available
          Thu 26 Mar | 41.3 kWh
          Fri 27 Mar | 39.7 kWh
          Sat 28 Mar | 44.9 kWh
          Sun 29 Mar Today, so far | 18.4 kWh
          Total | 250 kWh 6 of 7 days
        status
        Checked just now
        button expanded "Table"
        button "Export CSV"`,
};

describe('read aloud', () => {
  let stage: Stage;
  const all = (selector: string) => rootsIn(stage.elements.values()).flatMap(root => [...root.querySelectorAll<HTMLElement>(selector)]);

  before(async () => {
    stage = await new Stage().fill();
    // Where the room decides what is beside a status.
    stage.box.style.inlineSize = '640px';
    await stage.settle();
  });

  after(() => stage.clear());

  for (const [name, text] of Object.entries(READ)) {
    it(`${name} is in its order`, () => expect(aloud(stage.elements.get(name)!).map(alike)).to.deep.equal(lines(text)));
  }

  it('everything begins with its heading, and each card has one', () => {
    const odd = stage.find(element => {
      const said = aloud(element).map(line => line.trim()).filter(line => !/^(article|alert|status)\b/.test(line));
      const cards = said.filter(line => line.startsWith('article')).length;
      const headings = said.filter(line => line.startsWith('heading'));
      return /^heading|^Your devices are being loaded/.test(said[0] ?? '') && headings.length >= cards ? [] : [said.slice(0, 3).join(' / ')];
    });
    expect(odd).to.deep.equal([]);
  });

  it('headings have the level that was asked for, and a list’s cards the one below', async () => {
    for (const level of [2, 5]) {
      for (const element of stage.elements.values()) element.headingLevel = level;
      await stage.settle();
      const levels = new Map([...stage.elements].map(([name, element]) =>
        [name, aloud(element).flatMap(line => /^ *heading (\d)/.exec(line)?.[1] ?? []).map(Number)]));
      for (const [name, [first, ...others]] of levels) {
        if (first !== undefined) expect([first, ...new Set(others)], name).to.deep.equal(others.length ? [level, level + 1] : [level]);
      }
    }
  });

  it('whatever can be pressed says what it does, with the word that is written on it', () => {
    const pressed = all('button, a[href]');
    expect(pressed.length).to.be.greaterThan(20);
    const odd = pressed.filter(element => {
      const [name, written] = [computeAccessibleName(element), element.textContent.replace(/\s+/g, ' ').trim()];
      return !name || !name.includes(written);
    });
    expect(odd.map(element => element.outerHTML.slice(0, 200))).to.deep.equal([]);
  });

  it('no two places of a page have one name that leads elsewhere', () => {
    const list = stage.elements.get('a list that needs somebody, with pages')!;
    const links = rootsIn([list]).flatMap(root => [...root.querySelectorAll('a[href]')]).map(element => computeAccessibleName(element));
    expect(links.length).to.be.greaterThan(1);
    expect(new Set(links).size).to.equal(links.length);
  });

  it('pictures are silent, and what they show is said in words', () => {
    const [rings, flows] = [all('.ring'), all('.flow')];
    expect([rings.length > 3, flows.length > 2]).to.deep.equal([true, true]);
    for (const ring of rings) expect(aloud(ring).join(' ')).to.match(/^Charge level: (\d+ %|not available)$/);
    for (const flow of flows) {
      expect(aloud(flow).map(line => line.replace(/:.*/, '')).join(' / ')).to.match(/^Solar \/ Home \/ (To grid|From grid|Grid)(, calculated)? \/ Surplus( \/ Battery(, (charging|discharging|idle))?)?$/);
    }
    expect(all('canvas, svg').filter(element => !element.closest('[aria-hidden="true"]')).length).to.equal(0);
  });
});
