import type {Exam} from './exam.js';
import type {Sample} from './reads.js';
import type {Answer} from './send.js';

/** The device that has to be reconnected, if there is one: only with it does the API go all the way. */
function deviceToReconnect({samples}: Exam): Sample {
  const waiting = samples.find(({device}) => device.is_authenticated === false) ?? samples[0];
  if (!waiting) throw new Error('there is no device');
  return waiting;
}

export function reconnect(exam: Exam, returnUrl: string): Promise<Answer> {
  const {collection, id} = deviceToReconnect(exam);
  return exam.ask({method: 'POST', path: `/${collection}/${encodeURIComponent(id)}/reconnect`, body: {returnUrl, language: 'en'}});
}
