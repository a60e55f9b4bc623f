import {expect, fixture} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import type {FootContext} from '../../src/view/device-foot-view.js';
import {renderFoot} from '../../src/view/device-foot-view.js';
import {renderReason} from '../../src/view/device-status-view.js';
import {html} from '../../src/view/lit.js';
import {heatPump, view} from './devices.js';

/** Out, and without an address to sign in again at. */
const OUT = heatPump({connection: 'disconnected', optimisation: {state: 'unavailable'}, reconnect: {}});
const SUPPORT = 'mailto:help@provider.example';

const foot = (device: Device, differences: Partial<FootContext> = {}) => fixture<HTMLElement>(html`<article>${renderFoot(device, {...view, ...differences})}</article>`);
const action = async (device: Device, differences?: Partial<FootContext>) =>
  (await foot(device, differences)).querySelector<HTMLElement>('[part~="action"]');
const reason = async (differences: Partial<FootContext>) =>
  (await fixture(html`<p>${renderReason(OUT, {...view, ...differences})}</p>`)).textContent!.replace(/ Values from.*/, '');

describe('a device without an address to sign in again at', () => {
  it('has a button that asks for one, and says where', async () => {
    const asked: Device[] = [];
    const button = await action(OUT, {onReconnect: (_, device) => asked.push(device)});
    button!.click();
    expect([button!.localName, button!.textContent, button!.getAttribute('aria-label')])
      .to.deep.equal(['button', 'Reconnect', 'Reconnect Nibe S-Series']);
    expect(asked).to.deep.equal([OUT]);
    expect(await reason({})).to.equal('Sign in again at Nibe.');
  });

  it('says that it is asking, and does not ask twice', async () => {
    let asked = 0;
    const button = await action(OUT, {reconnectStep: 'asking', onReconnect: () => asked++});
    button!.click();
    expect([button!.textContent, button!.getAttribute('aria-disabled'), asked]).to.deep.equal(['One moment …', 'true', 0]);
  });

  it('says that the page did not open, and can be asked again', async () => {
    expect((await action(OUT, {reconnectStep: 'failed'}))!.textContent).to.equal('Reconnect');
    expect(await reason({reconnectStep: 'failed'})).to.equal('The sign-in page did not open. Try again.');
  });

  it('leads to the provider where the portal has no way to ask', async () => {
    const link = await action(OUT, {reconnectStep: 'no-way', supportUrl: SUPPORT}) as HTMLAnchorElement;
    expect([link.localName, link.textContent, link.href, link.rel]).to.deep.equal(['a', 'Contact', SUPPORT, 'noopener']);
    expect(await reason({reconnectStep: 'no-way'})).to.equal('Contact your provider.');
    expect(await action(OUT, {reconnectStep: 'no-way'})).to.equal(null);
  });

  it('is accessible in each step', async () => {
    for (const reconnectStep of ['ask', 'asking', 'failed', 'no-way'] as const) {
      await expect(await foot(OUT, {reconnectStep, supportUrl: SUPPORT})).to.be.accessible();
    }
  });
});

it('a message of the provider leads to the provider, and a device without trouble nowhere', async () => {
  expect((await action(heatPump({hasMessage: true}), {supportUrl: SUPPORT}))!.textContent).to.equal('Contact');
  expect(await action(heatPump({hasMessage: true}))).to.equal(null);
  expect(await action(heatPump(), {supportUrl: SUPPORT})).to.equal(null);
});
