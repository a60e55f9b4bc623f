import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
import {problem} from '../finding.js';
import {harmlessWrite, put, type HarmlessWrite} from '../writing.js';

const SIZES = {'10 kB': 10_000, '1 MB': 1_000_000};

export const writeSize: Check = {
  id: 'write-size',
  holds: 'a large body is refused',
  needs: ['device', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    for (const [size, bytes] of Object.entries(SIZES)) {
      const status = await statusOf(exam, write, bytes);
      if (status < 400 || status >= 500) {
        yield problem(`${write.name} with a body of ${size} answers ${status}.`, 'Answer 413 beyond 4 kB, and stop reading: the one field needs forty bytes.');
      }
    }
  },
};

/** White space is good JSON: only its size speaks against it. A proxy that hangs up in the middle has refused as well. */
async function statusOf(exam: Exam, write: HarmlessWrite, bytes: number): Promise<number> {
  const body = JSON.stringify(write.body).replace('{', `{${' '.repeat(bytes)}`);
  try {
    return (await put(exam, write, body)).status;
  } catch (error) {
    if (['ECONNRESET', 'EPIPE'].includes(String((error as NodeJS.ErrnoException).code))) return 413;
    throw error;
  }
}
