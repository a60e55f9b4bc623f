import {expect, fixture} from '@open-wc/testing';
import type {ListHead} from '../../src/view/list-head-view.js';
import {renderListHead} from '../../src/view/list-head-view.js';
import {NOW, speech} from './devices.js';

const textOf = (element: Element | null) => element?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();

const render = (differences: Partial<ListHead> = {}) => fixture<HTMLElement>(renderListHead(speech, {
  headingLevel: 3, total: 3, attention: 0, checkedAt: NOW - 120_000, now: NOW, onRetry: () => {}, ...differences,
}));

const lineOf = async (differences?: Partial<ListHead>) => textOf((await render(differences)).querySelector('.say'));

describe('the list\'s head', () => {
  it('is accessible, fine or in trouble', async () => {
    for (const notice of [undefined, 'upstream', 'unreachable', 'offline', 'partial'] as const) {
      await expect(await render(notice ? {notice, missing: ['inverter']} : {})).to.be.accessible();
    }
  });

  it('counts the devices and says when it looked', async () => {
    expect(await lineOf()).to.equal('3 devices. Checked 2 minutes ago');
    expect(await lineOf({total: 1})).to.equal('1 device. Checked 2 minutes ago');
  });

  it('counts those that need the user', async () => {
    expect(await lineOf({attention: 1})).to.equal('1 of 3 devices needs you. Checked 2 minutes ago');
    expect(await lineOf({attention: 2})).to.equal('2 of 3 devices need you. Checked 2 minutes ago');
  });

  it('turns into one of four notices, each with its part and the age of what is shown', async () => {
    const line = async (differences: Partial<ListHead>) => {
      const head = await render(differences);
      return [head.querySelector('.list-line')!.getAttribute('part'), textOf(head.querySelector('.say'))];
    };
    expect(await line({notice: 'upstream', nextTryAt: NOW + 60_000}))
      .to.deep.equal(['footer notice notice-upstream', 'Provider not answering. Last answer 2 minutes ago. Next try at 15:26.']);
    expect(await line({notice: 'unreachable'})).to.deep.equal(['footer notice notice-unreachable', 'Portal unreachable. Last answer 2 minutes ago']);
    expect(await line({notice: 'offline', nextTryAt: NOW + 60_000}))
      .to.deep.equal(['footer notice notice-offline', 'You are offline. Last answer 2 minutes ago. We go on when you are back.']);
    expect(await line({notice: 'partial', missing: ['heat-pump', 'inverter']}))
      .to.deep.equal(['footer notice notice-partial', 'Not loaded: heat pumps and inverters. Checked 2 minutes ago']);
    expect(await line({notice: 'partial', dropped: 1})).to.deep.equal(['footer notice notice-partial', '1 device could not be read. Checked 2 minutes ago']);
  });

  it('announces what happened, not the passing of time', async () => {
    expect(textOf((await render({notice: 'offline'})).querySelector('[role="status"]'))).to.equal('You are offline.');
  });

  it('has a quiet refresh that becomes "try again" in trouble', async () => {
    let tries = 0;
    const button = async (differences: Partial<ListHead>) => (await render({...differences, onRetry: () => tries++})).querySelector('button')!;
    const [quiet, loud] = [await button({}), await button({notice: 'unreachable'})];
    quiet.click();
    loud.click();
    expect([quiet.part.value, textOf(quiet), textOf(loud), tries]).to.deep.equal(['refresh', 'Refresh', 'Try again', 2]);
  });

  it('says no age for devices that the page handed in', async () => {
    const head: ListHead = {headingLevel: 3, total: 3, attention: 0, now: NOW, onRetry: () => {}};
    expect(textOf((await fixture(renderListHead(speech, head))).querySelector('.say'))).to.equal('3 devices.');
  });
});
