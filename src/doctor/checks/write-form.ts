import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {harmlessWrite, isTaken, put} from '../writing.js';

/** What a page of another site can send without being asked first. */
const TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=podero'];

export const writeForm: Check = {
  id: 'write-form',
  holds: 'a body is taken as application/json only',
  needs: ['device', 'cookie', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    for (const type of TYPES) {
      if (!isTaken(await put(exam, write, write.body, {headers: {'content-type': type}}))) continue;
      yield problem(`${write.name} takes a body sent as ${type.split(';')[0]}.`,
        'Answer 415 to anything but application/json: forms of other sites can send these types without a preflight.');
    }
  },
};
