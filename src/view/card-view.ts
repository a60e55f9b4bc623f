import type {SourceView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {DeviceViewContext} from './device-view.js';
import {renderDevice} from './device-view.js';
import {renderFailure, renderLoading, renderSkeleton} from './status-views.js';
import {failureOf, noticeOf} from './trouble.js';

/** All a card depends on beside what is known of its device. */
export type CardModel = Omit<DeviceViewContext, keyof Speech | 'problem'> & {readonly onRetry: () => void};

/** A card in each of its states. */
export function renderCard(state: SourceView, speech: Speech, model: CardModel): unknown {
  switch (state.is) {
    case 'pending': return [renderLoading(speech), renderSkeleton()];
    // The next try is planned by the page's own clock.
    case 'failed': return renderFailure(speech, {...model, ...failureOf(state), now: Date.now(), subject: 'device'});
    case 'ready': {
      const notice = noticeOf(state);
      return state.devices.map(device => renderDevice(device, {...model, ...speech, ...(notice ? {problem: {notice}} : {})}));
    }
  }
}
