import {ACTIONS, GROUPS, isAction, type ActionName, type GroupName} from './actions.js';
import type {ProxyRoutes} from './proxy-routes.js';
import type {Sessions} from './sessions.js';
import {situationOf, type SandboxState, type Situation} from './situation.js';
import {WORDS, type Words} from './words.js';

/** What the page is told after each button, and when it is opened. */
interface Told {
  /** What was done, and what to look for. */
  readonly said: string;
  readonly pressed: readonly string[];
  readonly clock: Pick<SandboxState, 'now' | 'speed' | 'isStopped'>;
  /** How the widgets are to read again: `anew` forgets what they show. */
  readonly read: 'again' | 'anew';
  readonly lang: string;
  readonly scheme: string;
  readonly words: Words;
}

export interface Panel {
  /** How things stand. Nothing where there is no such session. */
  look(sessionId: string | undefined): Promise<Told | undefined>;
  /** Presses a button. */
  press(sessionId: string | undefined, name: ActionName): Promise<Told | undefined>;
}

export function createPanel(sandboxUrl: string, sessions: Sessions, proxy: Pick<ProxyRoutes, 'whileChanging' | 'beginAnew'>): Panel {
  const control = async (init?: RequestInit) => await (await fetch(`${sandboxUrl}/control`, init)).json() as SandboxState;
  const send = (command: object) => control({method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(command)});

  const situation = async (id: string | undefined): Promise<Situation | undefined> => {
    const session = sessions.find(id);
    return session && situationOf(session, await control());
  };

  return {
    async look(id) {
      const now = await situation(id);
      return now && tell(now, 'ready');
    },
    async press(id, name) {
      const before = await situation(id);
      if (!before) return undefined;
      const {does, undoes, isOn, isAnewAfter} = ACTIONS[name];
      const isUndone = undoes !== undefined && isOn?.(before) === true;
      const deed = isUndone ? undoes(before) : does(before);
      const isAnew = isAnewAfter && !isUndone;
      const command = deed?.sandbox;
      if (command) await proxy.whileChanging(() => send(command));
      if (isAnew) await proxy.beginAnew(id);
      if (deed?.session) sessions.change(id, deed.session);
      const after = await situation(id) ?? before;
      const told = tell(after, whatWasDone(name, isUndone, deed !== undefined, before));
      const said = canBeSeen(name, after) ? told.said : `${told.said} ${told.words['unseen']}`;
      return {...told, said, read: isAnew ? 'anew' : 'again'};
    },
  };
}

/** While the widgets cannot read, a button must not promise what they show. */
const BLINDING = ['cut', 'expire', 'upstream', 'limit'] as const satisfies readonly ActionName[];
const canBeSeen = (name: ActionName, now: Situation): boolean =>
  !SEEN_BY_READING.includes(name) || !BLINDING.some(blinding => ACTIONS[blinding].isOn?.(now));

function whatWasDone(name: ActionName, isUndone: boolean, isDone: boolean, {user}: Situation): keyof Words {
  if (!isDone) return user ? 'no-device' : 'nobody-there';
  return isUndone ? `undid-${name}` as keyof Words : `did-${name}`;
}

function tell(now: Situation, said: keyof Words): Told {
  const {session: {lang, scheme}, sandbox: {now: time, speed, isStopped}} = now;
  const words = WORDS[lang];
  return {
    said: words[said],
    pressed: Object.keys(ACTIONS).filter(name => isAction(name) && ACTIONS[name].isOn?.(now)),
    clock: {now: time, speed, isStopped},
    read: 'again',
    lang, scheme, words,
  };
}

const SEEN_BY_READING: readonly string[] = [GROUPS.devices, GROUPS.time, GROUPS.api].flatMap(Object.keys);

const GROUP_NAMES = Object.keys(GROUPS) as readonly GroupName[];

/** The buttons of the panel; their words are filled in with the page's. */
export const renderGroups = (): string => GROUP_NAMES.map(group => `
        <fieldset>
          <legend data-word="group-${group}"></legend>
          <div class="lab-buttons">${Object.keys(GROUPS[group]).filter(isAction).map(renderButton).join('')}</div>
        </fieldset>`).join('');

/** Names of languages are in their own. */
const LANG: Partial<Record<ActionName, string>> = {english: ' lang="en"', german: ' lang="de"'};

const renderButton = (name: ActionName): string => `
            <button type="button" data-action="${name}"${LANG[name] ?? ''}${ACTIONS[name].isOn ? ' aria-pressed="false"' : ''} data-word="do-${name}"></button>`;
