/** What is wrong with a view, as the templates want it told. */
import type {ErrorCode} from '../domain/errors.js';
import type {Problem, ReadyView, SourceView} from '../elements/source-view.js';
import type {ConnectionNotice} from './device-foot-view.js';

/** A failed view as the failed screen wants it told. */
export const failureOf = ({error, isRefreshing, nextAttemptAt = 0}: SourceView & {is: 'failed'}) =>
  ({code: error.code, isRetrying: isRefreshing, nextTryAt: nextAttemptAt, retryAt: error.retryAt ?? 0});

/** Until when (epoch ms) nobody may ask again; 0 where nobody said so. */
export const retryAtOf = (problems: readonly Problem[]): number => Math.max(0, ...problems.map(({error}) => error.retryAt ?? 0));

const NOTICE_OF: Partial<Record<ErrorCode, ConnectionNotice>> = {offline: 'offline', network: 'unreachable', timeout: 'unreachable'};

/**
 * The one notice over a view's data: about the network when nothing could be read, about the kinds when some could, or when an
 * answer came that is nobody's silence (refused, unreadable, too often asked).
 */
export function noticeOf(view: ReadyView): ConnectionNotice | undefined {
  const {worst} = view;
  if (!worst) return view.isServedStale ? 'upstream' : view.dropped.length ? 'partial' : undefined;
  if (view.good > 0) return 'partial';
  return NOTICE_OF[worst.code] ?? (worst.code === 'server' && (worst.status ?? 500) >= 500 ? 'upstream' : 'partial');
}
