import {expect, fixture, html} from '@open-wc/testing';
import {render as draw, unsafeCSS} from 'lit';
import type {ErrorCode} from '../../src/domain/errors.js';
import {ERROR_CODES} from '../../src/domain/errors.js';
import {cardStyles} from '../../src/styles/card.js';
import {renderDevice} from '../../src/view/device-view.js';
import type {Failure} from '../../src/view/status-views.js';
import {renderEmpty, renderFailure, renderLoading, renderSkeleton} from '../../src/view/status-views.js';
import {base} from '../../src/styles/base.js';
import {notice} from '../../src/styles/notice.js';
import {panel} from '../../src/styles/panel.js';
import {place} from '../../src/styles/place.js';
import {tokens} from '../../src/styles/tokens.js';
import {heatPump, inverter, NOW, speech, totals, vehicle, view} from './devices.js';

const textOf = (element: Element | null) => element?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();

const fail = (code: ErrorCode, differences: Partial<Failure> = {}) => fixture<HTMLElement>(
  renderFailure(speech, {code, subject: 'devices', headingLevel: 3, now: NOW, onRetry: () => {}, ...differences}));

/** The height of a card's content in a shadow root of the given width. */
async function heightAt(width: number, content: unknown): Promise<number> {
  const host = (await fixture<HTMLElement>(html`<div style=${`width: ${width}px; font: 16px sans-serif`}><p></p></div>`)).firstElementChild!;
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [place, ...[tokens, base, notice, panel, cardStyles].map(unsafeCSS)].map(sheet => sheet.styleSheet!);
  draw(html`<div class="base">${content}</div>`, root);
  return root.querySelector('.card, .panel')!.getBoundingClientRect().height;
}

describe('the skeleton', () => {
  it('is silent; the words are in a status of their own', async () => {
    expect((await fixture(renderSkeleton())).getAttribute('aria-hidden')).to.equal('true');
    const loading = await fixture(renderLoading(speech));
    expect([loading.getAttribute('role'), textOf(loading)]).to.deep.equal(['status', 'Your devices are being loaded.']);
  });

  for (const width of [240, 272, 360, 480, 560, 900]) {
    it(`is as high as every kind of card and the panels at ${width} px`, async () => {
      const contents = [
        renderSkeleton(), renderDevice(heatPump({totals}), view), renderDevice(vehicle({totals, targetPercent: 75, readyBy: '07:00'}), view),
        renderDevice(inverter({totals, grid: {exportW: -500, derived: true}}), view), renderDevice(heatPump({generation: 'G1'}), view),
        renderEmpty(speech, 3), renderFailure(speech, {code: 'server', subject: 'devices', headingLevel: 3, now: NOW, onRetry: () => {}}),
      ];
      const heights = await Promise.all(contents.map(content => heightAt(width, content)));
      expect(new Set(heights.map(Math.round)).size, heights.join(' ')).to.equal(1);
    });
  }
});

describe('the empty screen', () => {
  it('says what would be here', async () => {
    const empty = await fixture(renderEmpty(speech, 4));
    expect(empty.part.contains('empty')).to.equal(true);
    expect(textOf(empty.querySelector('[role="heading"][aria-level="4"]'))).to.equal('No devices yet');
    await expect(empty).to.be.accessible();
  });
});

describe('the failed screen', () => {
  it('has words for every code and is accessible', async () => {
    for (const code of ERROR_CODES) {
      const failed = await fail(code);
      expect(failed.part.contains('error')).to.equal(true);
      expect(textOf(failed.querySelector('p'))!.length, code).to.be.above(20);
      await expect(failed).to.be.accessible();
    }
  });

  it('asks again when the button is pressed', async () => {
    let tries = 0;
    (await fail('network', {onRetry: () => tries++})).querySelector('button')!.click();
    expect(tries).to.equal(1);
  });

  it('says when the next try comes by itself', async () => {
    expect(textOf((await fail('server', {nextTryAt: NOW + 60_000})).querySelector('p'))).to.match(/in a moment\. Next try at 15:26\.$/);
    expect(textOf((await fail('server', {nextTryAt: NOW - 1})).querySelector('p'))).to.match(/in a moment\.$/);
  });

  it('has a button that says when it may be pressed, and does nothing before', async () => {
    let tries = 0;
    const button = (await fail('rate-limited', {retryAt: NOW + 120_000, onRetry: () => tries++})).querySelector('button')!;
    button.click();
    expect([textOf(button), button.getAttribute('aria-disabled'), button.disabled, tries]).to.deep.equal(['Again at 15:27', 'true', false, 0]);
  });

  it('does not ask twice at once', async () => {
    let tries = 0;
    const button = (await fail('server', {isRetrying: true, onRetry: () => tries++})).querySelector('button')!;
    button.click();
    expect([button.getAttribute('aria-disabled'), tries]).to.deep.equal(['true', 0]);
  });

  it('is a signed-out screen for 401 and 403, and has no button where no try can help', async () => {
    expect((await fail('unauthorized')).dataset['tone']).to.equal('on');
    expect((await fail('forbidden')).dataset['tone']).to.equal('on');
    expect((await fail('config')).querySelector('button')).to.equal(null);
  });

  it('leads to the provider where only that can help, and somebody said how', async () => {
    const supportUrl = 'https://provider.example/help';
    const helped = await Promise.all(ERROR_CODES.map(async code => {
      const link = (await fail(code, {supportUrl})).querySelector('a');
      return link?.href === supportUrl && link.textContent === 'Contact' ? [code] : [];
    }));
    expect(helped.flat().toSorted()).to.deep.equal(['config', 'forbidden', 'malformed', 'not-found']);
    expect((await fail('malformed')).querySelector('a')).to.equal(null);
  });
});
