import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
import {note, problem} from '../finding.js';
import {FIELD_ADVICE, leakedFields} from '../leaks.js';
import {isNotOffered} from '../reads.js';
import {harmlessWrite, put, type HarmlessWrite} from '../writing.js';

export const control: Check = {
  id: 'control',
  holds: 'the optimisation can be switched, and the device comes back',
  needs: ['device', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    const answer = await put(exam, write, write.body);
    const {status, json} = answer;
    if (isNotOffered(answer)) yield note(`${write.name} is not offered (${status}).`);
    else if (status !== 200) yield problem(`${write.name} with is_smart_optimization_active answers ${status}.`, 'Answer 200 with the updated device.');
    else if ((json as {id?: unknown} | undefined)?.id !== write.device.id) yield problem(`${write.name} does not answer with the device.`, 'Answer with the updated device.');
    const leaked = status === 200 ? leakedBy(exam, write, json) : [];
    if (leaked.length) yield problem(`The answer to ${write.name} sends ${leaked.join(', ')}.`, FIELD_ADVICE);
  },
};

/** What reading the device shows as well is said there (`fields`). */
function leakedBy({samples}: Exam, {device}: HarmlessWrite, json: unknown): string[] {
  const kind = samples.find(({id}) => id === device.id)?.kind;
  const known = kind ? leakedFields(kind, 'detail', device) : [];
  return kind ? leakedFields(kind, 'detail', json).filter(field => !known.includes(field)) : [];
}
