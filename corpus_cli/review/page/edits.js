// The edits, one by one in their context or by kind of change, to be filtered by rule, document and text.

const E = DATA.edits;
const LONG = 420;

const rulesOf = (n) => E.made[E.rule[n]].map((rule) => E.rules[rule][0]);
const ruleLinks = (n) => rulesOf(n).map((rule) => el('a', { href: link('edits', { rule }) }, rule));

view('edits', 'Edits', E.total, (root) => {
  const state = Object.fromEntries(['rule', 'doc', 'q', 'by', 'change', 'from', 'to'].map((name) => [name, address().params.get(name) || '']));
  const list = el('div.list');
  const note = el('p.note');
  const update = (changes) => {
    Object.assign(state, changes);
    if (!('change' in changes)) state.change = '';
    if ('doc' in changes) state.from = state.to = '';
    refine({ ...state, page: '' });
    showEdits(list, note, state, update);
    facets.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button.value === state.rule)));
    select.querySelector('select').value = state.rule;
  };
  const facets = ruleFacets(state, update);
  const select = choice('Rule', [['', `all (${num(E.total)})`], ...E.rules.map(([rule, count]) => [rule, `${rule} (${num(count)})`])], state.rule, (rule) => update({ rule }));
  select.classList.add('narrow');
  const controls = el('form.controls', { onsubmit: (event) => event.preventDefault() }, select,
    search('Text', state.q, (q) => update({ q })),
    field('Document', el('input', { value: state.doc, type: 'search', placeholder: 'name or part of it', autocomplete: 'off', oninput: later((event) => update({ doc: event.target.value }), 120) })),
    switcher('Show', [['', 'Each edit'], ['change', 'Kinds of change']], state.by, (by) => update({ by })));
  fill(root, el('h2', 'Edits'), controls, el('div.columns', facets, el('div', note, list)));
  showEdits(list, note, state, update);
});

function ruleFacets(state, update) {
  const most = Math.max(1, ...E.rules.map((rule) => rule[1]));
  const button = (rule, words, count) => el('button', { type: 'button', value: rule, 'aria-pressed': String(rule === state.rule), onclick: () => update({ rule }) },
    el('span', words), el('span.n', num(count)), rule && bar(count, most));
  return el('nav.facets', { 'aria-label': 'Rules' }, button('', 'All rules', E.total), E.rules.map(([rule, count]) => button(rule, rule, count)));
}

// What the search looks at, made at the first search.
function haystack() {
  haystack.made = haystack.made || E.before.map((before, n) => `${E.left[n]}${before}${E.right[n]}\n${E.left[n]}${E.after[n]}${E.right[n]}`.toLowerCase());
  return haystack.made;
}

function chosenEdits(state) {
  const rule = state.rule ? E.rules.findIndex(([name]) => name === state.rule) : -1;
  const wanted = state.doc.toLowerCase();
  const documents = state.doc ? new Set(DATA.names.flatMap((name, n) => (name.toLowerCase().includes(wanted) ? [n] : []))) : null;
  const needle = state.q.toLowerCase();
  const hay = needle ? haystack() : null;
  const change = state.change ? JSON.parse(state.change) : null;
  const found = [];
  for (let n = 0; n < E.rule.length; n++) {
    if (state.rule && !E.made[E.rule[n]].includes(rule)) continue;
    if (documents && !documents.has(E.doc[n])) continue;
    if (change && (E.before[n] !== change[0] || E.after[n] !== change[1])) continue;
    if (state.to && (E.start[n] < Number(state.from) || E.start[n] >= Number(state.to))) continue;
    if (needle && !hay[n].includes(needle)) continue;
    found.push(n);
  }
  return found;
}

function showEdits(list, note, state, update) {
  const found = chosenEdits(state);
  const sampled = E.rule.length < E.total;
  note.replaceChildren(...[
    state.rule && [el('strong', state.rule), DATA.run.manuals[state.rule] ? `: ${DATA.run.manuals[state.rule]} ` : ' ', el('code', `corpus rules ${state.rule}`), ' '],
    state.change && ['One kind of change. ', el('button.plain', { type: 'button', onclick: () => update({ change: '', by: 'change' }) }, 'back to all kinds')],
    state.to && ['The edits of one block. ', el('button.plain', { type: 'button', onclick: () => update({ doc: state.doc }) }, 'all of the document')],
    sampled && ` The page holds ${num(E.rule.length)} of ${num(E.total)} edits, spread evenly, rare rules whole; all are in edits.jsonl.`,
  ].flat().filter(Boolean));
  if (state.by === 'change' && !state.change) showChanges(list, found, state, update);
  else slices(list, found, editItem, 'edits');
}

function editItem(n) {
  const edit = {
    decision: 'revert', id: DATA.names[E.doc[n]], rule: rulesOf(n).join('+'), start: E.start[n], end: E.end[n],
    before: E.before[n], after: E.after[n], left: signs(E.left[n]).slice(-16).join(''), right: signs(E.right[n]).slice(0, 16).join(''),
  };
  const line = text('p.line', el('span.context', visible(E.left[n], false, true)), el('span.change'), el('span.context', visible(E.right[n], false, true)));
  paintChange(line.querySelector('.change'), n, false);
  return el('li.edit', line, el('p.meta', ruleLinks(n), ' in ',
    el('a', { href: link('documents', { doc: edit.id, at: edit.start }) }, edit.id), ` at ${num(edit.start)}`, E.cut[n] ? el('span', 'too long for a decision here') : decider(edit, 'This edit is wrong', 'Marked as wrong')));
}

function paintChange(holder, n, entire) {
  const [before, after] = [E.before[n], E.after[n]];
  if (entire || before.length + after.length <= LONG) {
    holder.replaceChildren(...flat(woven(before, after, E.marks[n])));
    return;
  }
  const cut = (string) => (string.length > LONG / 2 ? `${string.slice(0, LONG / 4)} … ${string.slice(-LONG / 4)}` : string);
  holder.replaceChildren(...flat([taken(cut(before)), given(cut(after)),
    el('button.plain', { type: 'button', onclick: () => paintChange(holder, n, true) }, `show all ${num(before.length + after.length)} characters`)]));
}

const flat = (parts) => parts.flat(Infinity).filter((part) => part !== null && part !== false && part !== '' && part !== undefined);

// Edits that do the same to the same characters, the most frequent first.
function showChanges(list, found, state, update) {
  const groups = new Map();
  for (const n of found) {
    const key = `${E.rule[n]}\n${E.before[n]}\u0000${E.after[n]}`;
    const group = groups.get(key);
    if (group) group.push(n);
    else groups.set(key, [n]);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  const most = sorted.length ? sorted[0].length : 1;
  slices(list, sorted, (group) => {
    const n = group[0];
    const shown = text('p.line', el('span.context', visible(E.left[n].slice(-12), false, true)), el('span.change'), el('span.context', visible(E.right[n].slice(0, 12), false, true)));
    paintChange(shown.querySelector('.change'), n, false);
    return el('li.kind-of-change', shown, el('p.meta', el('b.n', `${num(group.length)} ×`), bar(group.length, most), ruleLinks(n),
      el('button.plain', { type: 'button', onclick: () => update({ change: JSON.stringify([E.before[n], E.after[n]]) }) }, 'see them')));
  }, 'kinds of change');
}
