/** B15: ten widgets on a page, lists, cards and charts, of all devices and of one; hidden, and shown again. */
import type {Figure} from '../figures.js';
import type {Lab} from '../lab.js';
import {CHARTED, POLL_S} from '../contestants.js';
import type {Row} from '../row.js';

const WIDGETS = 10;
const COLLECTIONS = 3;
const HIDDEN_MINUTES = 11;

const most = (paths: readonly string[]): number => Math.max(0, ...paths.map(path => paths.filter(other => other === path).length));

/** Paths asked for while `act` goes on, and for a moment after. */
async function askedDuring({host}: Lab, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = host.asked.length;
  await act();
  await new Promise(resolve => setTimeout(resolve, 400));
  return host.asked.slice(before);
}

export const requests: Row = {
  id: 'B15',
  title: 'Requests of ten widgets on a page',
  async measure(lab) {
    const visit = await lab.open('product', {size: COLLECTIONS});
    const setVisible = (state: 'hidden' | 'visible') => visit.page.evaluate(visibility => {
      Object.defineProperty(document, 'visibilityState', {configurable: true, value: visibility});
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
    const pass = (minutes: number) => visit.page.evaluate(ms => clock.jump(ms), minutes * 60_000);

    await visit.page.evaluate((count, device) => {
      const [list] = document.body.children;
      for (let i = 1; i < count; i++) {
        const widget = document.createElement(['podero-device-list', 'podero-device-card', 'podero-consumption-chart'][i % 3]!);
        const ofOne = i % 3 === 1 || i % 2 ? device : {};
        for (const [name, value] of Object.entries({'proxy-url': '/api', 'poll-interval': list!.getAttribute('poll-interval')!, ...ofOne})) widget.setAttribute(name, value);
        list!.after(widget);
      }
    }, WIDGETS, {'device-type': CHARTED.type, 'device-id': CHARTED.id});
    const first = await askedDuring(lab, () => visit.begin());
    const polled = await askedDuring(lab, () => pass(POLL_S * 1.2 / 60));
    await setVisible('hidden');
    const hidden = await askedDuring(lab, async () => {
      for (let minute = 0; minute < HIDDEN_MINUTES; minute++) await pass(1);
    });
    const shown = await askedDuring(lab, () => setVisible('visible'));
    await visit.close();
    // Nothing asked would be few, too.
    if ([first, polled, shown].some(paths => most(paths) === 0)) throw new Error('Ten widgets asked for nothing.');
    const figure = (what: string, product: number, reach: number): Figure => ({row: 'B15', what, unit: '', product, limits: [{reach}]});
    return [
      figure(`requests per address, ${WIDGETS} widgets, first read`, most(first), 1),
      figure(`requests per address, ${WIDGETS} widgets, a poll`, most(polled), 1),
      figure(`requests in ${HIDDEN_MINUTES} hidden minutes`, hidden.length, 0),
      figure('requests per address when shown again', most(shown), 1),
    ];
  },
};
