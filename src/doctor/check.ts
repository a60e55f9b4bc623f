import type {Exam} from './exam.js';
import type {Finding} from './finding.js';
import {isRead} from './reads.js';

/** One thing that holds for a proxy that keeps the contract. */
export interface Check {
  /** Short and stable: scripts may look for it, and `docs/doctor.md` explains it. */
  readonly id: string;
  /** What holds when all is well: the line that is printed. */
  readonly holds: string;
  /** What has to be there for it to make sense; else it is skipped. */
  readonly needs: readonly Need[];
  /** Reads what all others have been answered, and so comes after them. */
  readonly isLast?: true;
  run(exam: Exam): AsyncIterable<Finding> | Iterable<Finding>;
}

/** `answers`: a collection can be read; `device`: there is one; `session`: it came with a cookie or header; `consent`: to write. */
export type Need = 'answers' | 'device' | 'session' | 'cookie' | 'consent';

const UNREADABLE = 'no collection can be read';
/** Why the checks that write were left out. */
export const UNASKED = 'it writes to this customer\'s device: run it with --yes, best as a test customer';

/** Why a check cannot be made, or nothing. */
const LACKS: Readonly<Record<Need, (exam: Exam) => string | false>> = {
  answers: ({reads}) => !reads.some(({answer}) => isRead(answer)) && UNREADABLE,
  device: ({reads, samples}) => !samples.length && (reads.some(({answer}) => isRead(answer)) ? 'this customer has no devices: sign in as one who has' : UNREADABLE),
  session: ({settings}) => !settings.session.length && 'no --cookie and no --header was given',
  cookie: ({settings}) => isByHeaderOnly(settings.session)
    && 'the session comes by the Authorization header, which a page of another site cannot send',
  consent: ({settings}) => !settings.mayWrite && UNASKED,
};

const isByHeaderOnly = (session: readonly string[]): boolean => session.includes('authorization') && !session.includes('cookie');

export const lackOf = ({needs}: Check, exam: Exam): string | undefined =>
  needs.map(need => LACKS[need](exam)).find(lack => lack !== false) || undefined;
