import type {Exam} from './exam.js';
import type {Question} from './question.js';
import type {Answer} from './send.js';

/** The one thing that may be written, at its present value: nothing changes. */
export interface HarmlessWrite {
  readonly name: string;
  readonly path: string;
  readonly device: Readonly<Record<string, unknown>>;
  readonly body: {readonly is_smart_optimization_active: boolean};
}

/** Of a device that says how it stands; rejects where none does. */
export function harmlessWrite({samples}: Exam): HarmlessWrite {
  for (const {collection, id, device} of samples) {
    const {is_smart_optimization_active: isActive} = device;
    if (typeof isActive === 'boolean') {
      const path = `/${collection}/${encodeURIComponent(id)}`;
      return {name: `PUT /${collection}/{id}`, path, device, body: {is_smart_optimization_active: isActive}};
    }
  }
  throw new Error('no device says whether it is being optimised: what could be written without changing anything is not known');
}

export const put = ({ask}: Exam, {path}: HarmlessWrite, body: unknown, more: Pick<Question, 'headers'> = {}): Promise<Answer> =>
  ask({method: 'PUT', path, body, ...more});

export const isTaken = ({status}: Answer): boolean => status < 400;
