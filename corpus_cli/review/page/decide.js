// What the person decides, kept in this browser until it is exported.

const STORE = `corpus-decisions-${DATA.run.key}`;
const DECISIONS = new Map();

const placeKey = (decision) => JSON.stringify([decision.decision, decision.id, decision.start, decision.end, decision.other || '', decision.rule || '', decision.scope || '', decision.was || '']);

function keep() {
  remember(STORE, JSON.stringify([...DECISIONS.values()]));
  const count = document.querySelector('#tabs a[data-view="decisions"] .count');
  if (count) count.textContent = num(DECISIONS.size);
}

function decide(decision, on) {
  if (on) DECISIONS.set(placeKey(decision), decision);
  else DECISIONS.delete(placeKey(decision));
  keep();
}

for (const decision of JSON.parse(remembered(STORE) || '[]')) DECISIONS.set(placeKey(decision), decision);

// A button that makes a decision and takes it back.
function decider(decision, words, done) {
  const made = () => DECISIONS.has(placeKey(decision));
  const button = el('button.decide', { type: 'button', 'aria-pressed': String(made()), onclick: () => {
    decide(decision, !made());
    button.setAttribute('aria-pressed', String(made()));
    button.textContent = made() ? done : words;
    say(made() ? `Noted: ${done}. It stands under Decisions.` : 'Taken back.');
  } }, made() ? done : words);
  return button;
}

const asLines = () => [...DECISIONS.values()].map((decision) => `${JSON.stringify(decision)}\n`).join('');

function download(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/x-ndjson' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
