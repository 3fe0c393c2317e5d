// The decisions so far, to be exported as decisions.jsonl and given to the next run.

const DECISION_WORDS = { keep: `keep this ${UNIT}`, different: 'these two differ', revert: 'this edit is wrong', speaker: 'this speaker is' };

view('decisions', 'Decisions', () => DECISIONS.size, (root) => {
  const list = el('div.list');
  const show = () => {
    list.replaceChildren();
    if (DECISIONS.size) slices(list, [...DECISIONS.values()].reverse(), (decision) => decisionItem(decision, show), 'decisions');
  };
  const load = el('input', { type: 'file', accept: '.jsonl,.ndjson,.json', class: 'file', onchange: async (event) => {
    const file = event.target.files[0];
    if (file) say(taken_in(await file.text()));
    show();
  } });
  fill(root, el('h2', 'Decisions'),
    el('p.note', 'What you mark on this page is collected here and kept in this browser. Export it and give it to the next run, which applies it and says which decisions no longer fit:'),
    el('pre.command', 'corpus run … --decisions decisions.jsonl'),
    appliedWords(),
    el('p.actions', el('button.primary', { type: 'button', onclick: () => (DECISIONS.size ? download('decisions.jsonl', asLines()) : say('There is nothing to export yet.')) }, 'Export decisions.jsonl'),
      el('button', { type: 'button', onclick: () => copyLines() }, 'Copy'), el('label.button', 'Load a file', load),
      el('button', { type: 'button', onclick: () => { if (DECISIONS.size && confirm(`Take back ${many(DECISIONS.size, 'decision')}?`)) { DECISIONS.clear(); keep(); show(); } } }, 'Take all back')),
    list);
  show();
});

// What became of the decisions that this run was given.
function appliedWords() {
  const { decisions, stale } = DATA.run;
  if (!decisions) return null;
  return el('p', `This run was given ${decisions}. `, stale.length ? `No longer apply, because their place was not found: ${stale.length === 1 ? 'line' : 'lines'} ${stale.slice(0, 40).join(', ')}${stale.length > 40 ? ' …' : ''}.` : 'All of its decisions were applied.');
}

async function copyLines() {
  try {
    await navigator.clipboard.writeText(asLines());
    say('Copied.');
  } catch (error) {
    say(`The browser does not allow it (${error.name}); export the file.`);
  }
}

function taken_in(content) {
  let count = 0;
  for (const line of content.split('\n')) {
    if (!line.trim()) continue;
    try {
      const decision = JSON.parse(line);
      if (!(decision.decision in DECISION_WORDS)) throw new Error('no decision');
      decide(decision, true);
      count += 1;
    } catch (error) {
      return `${many(count, 'decision')} loaded; then a line that is none (${error.message}).`;
    }
  }
  return `${many(count, 'decision')} loaded.`;
}

function decisionItem(decision, show) {
  const note = el('input', { value: decision.note || '', placeholder: 'a note, if you like', 'aria-label': 'Note', onchange: () => decide({ ...decision, note: note.value }, true) });
  return el('li.decision', el('p.meta.head', el('b', DECISION_WORDS[decision.decision]), decision.id && el('a', { href: link('documents', { doc: decision.id }) }, decision.id), decision.rule && el('span.tag', decision.rule)),
    text('p.line', decisionBody(decision)),
    el('p.meta', note, el('button.plain', { type: 'button', onclick: () => { decide(decision, false); show(); } }, 'take back')));
}

function decisionBody(decision) {
  const opening = (string) => (string.length > 120 ? `${string.slice(0, 120)}…` : string);
  if (decision.decision === 'revert') return [el('span.context', visible(decision.left || '', false, true)), taken(opening(decision.before)), given(opening(decision.after)), el('span.context', visible(decision.right || '', false, true))];
  if (decision.decision === 'speaker') return [decision.was || 'nobody named', ' → ', el('b', decision.speaker.name || 'nobody'), ' ', el('span.soft', [decision.speaker.role, decision.speaker.org, decision.speaker.place].filter(Boolean).join(' · ')), el('span.tag', decision.scope)];
  if (decision.decision === 'different') return [opening(decision.text), el('span.soft', ' ≠ '), opening(decision.other_text)];
  return opening(decision.text);
}
