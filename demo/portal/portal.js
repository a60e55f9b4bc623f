/** What the portal's own page does in the browser. It knows the widgets as any partner's page does: by attributes, `refresh()` and events. */
const details = document.querySelector('.lab details');
const said = document.querySelector('.lab-said');
const time = document.querySelector('.lab-clock time');
const pace = document.querySelector('.lab-pace');

/** The latest answer of `/demo`, and when it came. */
let told;
let toldAt = 0;

const widgets = () => [...document.querySelectorAll('podero-device-list, podero-device-card, podero-consumption-chart')];

const readAgain = () => Promise.all(widgets().map(widget => widget.refresh?.()));

async function ask(init) {
  const response = await fetch('/demo', init);
  if (!response.ok) throw new Error(`The demonstration answered ${response.status}.`);
  return response.json();
}

async function press(button) {
  button.setAttribute('aria-busy', 'true');
  try {
    const body = JSON.stringify({action: button.dataset.action});
    show(await ask({method: 'POST', headers: {'content-type': 'application/json'}, body}));
    said.textContent = told.said;
    // Whatever a page knows to have changed it says in `session`: the widgets drop what they show.
    if (told.read === 'anew') for (const widget of widgets()) widget.setAttribute('session', String(Date.now()));
    // Twice: the first may join a read that was under way, and answered as before the press.
    await readAgain();
    await readAgain();
  } catch {
    said.textContent = said.dataset.failed;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function show(answer) {
  const isOtherLanguage = answer.lang !== document.documentElement.lang;
  told = answer;
  toldAt = Date.now();
  document.documentElement.dataset.scheme = answer.scheme;
  if (isOtherLanguage) speak(answer);
  said.dataset.failed = answer.words.failed;
  for (const button of document.querySelectorAll('[data-action][aria-pressed]')) {
    button.setAttribute('aria-pressed', String(answer.pressed.includes(button.dataset.action)));
  }
  tick();
}

function speak({lang, words}) {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words[element.dataset.label]);
}

/** The simulated home's clock, as it has run since the last answer. */
function tick() {
  if (!told) return;
  const {lang, words, clock: {now, speed, isStopped}} = told;
  const at = new Date(Date.parse(now) + (isStopped ? 0 : (Date.now() - toldAt) * speed));
  time.dateTime = at.toISOString();
  time.textContent = at.toLocaleString(lang, {timeZone: 'Europe/Vienna', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
  pace.textContent = isStopped ? `(${words['clock-stopped']})` : speed === 1 ? '' : `(× ${speed})`;
}

function choose(building) {
  for (const widget of widgets()) widget.toggleAttribute('building', building !== '') && widget.setAttribute('building', building);
}

document.querySelector('.lab').addEventListener('click', ({target}) => {
  const button = target.closest('[data-action]');
  if (button) void press(button);
});
document.querySelector('#building')?.addEventListener('change', ({target}) => choose(target.value));
addEventListener('podero-select', ({detail: {device}}) => location.assign(`/device/${device.kind}/${device.id}`));
// In a narrow window the panel covers half of the page: the widgets come into the other half.
details.addEventListener('toggle', () => {
  if (details.open && !matchMedia('(min-width: 1000px)').matches) document.querySelector('#devices').scrollIntoView();
});
addEventListener('keydown', ({key, target}) => {
  if (key !== 'Escape' || !details.open || !details.contains(target)) return;
  details.open = false;
  details.querySelector('summary').focus();
});
// Also when the browser brings the page back as it was.
addEventListener('pageshow', () => void ask().then(show, () => {}));
setInterval(tick, 1_000);
setInterval(() => {
  if (told?.clock.speed > 1 && !told.clock.isStopped && !document.hidden) void readAgain();
}, 3_000);
