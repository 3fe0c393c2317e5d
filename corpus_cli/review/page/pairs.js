// Duplicates: clusters of removed paragraphs beside the kept one, and the nearest pairs that were not taken.

const P = DATA.pairs;

view('duplicates', 'Duplicates', P.total, (root) => {
  const state = Object.fromEntries(['show', 'q', 'doc', 'score', 'order'].map((name) => [name, address().params.get(name) || '']));
  const list = el('div.list');
  const note = el('p.note');
  const update = (changes) => {
    Object.assign(state, changes);
    refine({ ...state, page: '' });
    plot.replaceChildren(...flat([scorePlot(state, update)]));
    showPairs(list, note, state, update);
  };
  const plot = el('div', scorePlot(state, update));
  const controls = el('form.controls', { onsubmit: (event) => event.preventDefault() },
    switcher('Show', [['', `Removed (${num(P.total)})`], ['near', `Not taken (${num(P.nearTotal)})`], ...(DATA.standing.length ? [['standing', `Left on purpose (${num(DATA.standing.length)})`]] : [])], state.show, (show) => update({ show, score: '' })),
    search('Text', state.q, (q) => update({ q })),
    field('Document', el('input', { value: state.doc, type: 'search', placeholder: 'name or part of it', autocomplete: 'off', oninput: later((event) => update({ doc: event.target.value }), 120) })));
  const order = switcher('Order', [['', 'Largest clusters'], ['different', 'Least alike first']], state.order, (chosen) => update({ order: chosen }));
  controls.append(order);
  fill(root, el('h2', 'Duplicates'), plot, controls, note, list);
  showPairs(list, note, state, update);
});

// How many pairs have which score, on both sides of the threshold.
function scorePlot(state, update) {
  const all = [...P.scores, ...P.nearScores];
  if (!all.length) return null;
  const figure = el('figure.plot');
  const draw = () => {
    const width = Math.max(280, figure.clientWidth || 700);
    figure.replaceChildren(plotDrawing(width, state, update), plotWords());
  };
  new ResizeObserver(later(draw, 40)).observe(figure);
  requestAnimationFrame(draw);
  return figure;
}

const plotWords = () => el('figcaption', chip('var(--flow-drop)', 'removed'), chip('var(--near)', 'not taken'),
  'Pairs by score, exact copies left out; a pair of high score that was not taken differs in something that is meant, such as a number or a name. Choose a bar to see its pairs.');

function plotDrawing(width, state, update) {
  const all = [...P.scores, ...P.nearScores];
  const low = Math.min(P.threshold || 100, Math.floor(Math.min(...all.map(([score]) => score)))) - 1;
  const [height, base] = [132, 108];
  const x = (score) => 8 + ((score - low) / (100.5 - low)) * (width - 16);
  const sums = new Map();
  for (const [score, count] of all) sums.set(score, (sums.get(score) || 0) + count);
  const most = Math.max(...sums.values());
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': 'Pairs by score' });
  const stacked = new Map();
  for (const [rows, near] of [[P.scores, ''], [P.nearScores, 'near']]) {
    for (const [score, count] of rows) {
      const high = Math.max(2, (count / most) * (base - 18));
      const under = stacked.get(score) || 0;
      stacked.set(score, under + high);
      const act = () => update({ show: near, score: state.score === String(score) && state.show === near ? '' : String(score) });
      const chosen = state.score === String(score) && state.show === near;
      drawing.append(svg('rect', {
        class: chosen ? 'score chosen' : 'score', x: x(score) + 0.5, y: base - under - high, width: Math.max(2, x(score + 0.5) - x(score) - 1), height: high, fill: near ? 'var(--near)' : 'var(--flow-drop)',
        tabindex: 0, role: 'button', onclick: act, onkeydown: (event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), act()),
        'aria-label': `${many(count, 'pair')} with score ${score} to ${score + 0.5}, ${near ? 'not taken' : 'removed'}`,
      }, svg('title', {}, `${score}–${score + 0.5}: ${many(count, 'pair')} ${near ? 'not taken' : 'removed'}`)));
    }
  }
  drawing.append(svg('line', { x1: 0, x2: width, y1: base, y2: base, class: 'axis' }));
  const step = (100 - low) > 30 ? 10 : 5;
  for (let score = Math.ceil(low / step) * step; score <= 100; score += step) drawing.append(svg('text', { x: x(score), y: base + 16, class: 'tick', 'text-anchor': score === 100 ? 'end' : 'middle' }, score));
  if (P.threshold) drawing.append(svg('line', { x1: x(P.threshold), x2: x(P.threshold), y1: 4, y2: base, class: 'threshold' }), svg('text', { x: x(P.threshold) - 5, y: 14, class: 'tick', 'text-anchor': 'end' }, `threshold ${points(P.threshold)}`));
  return drawing;
}

function chosenPairs(state) {
  const [first, last] = state.show ? [P.removed, P.doc.length] : [0, P.removed];
  const wanted = state.doc.toLowerCase();
  const documents = state.doc ? new Set(DATA.names.flatMap((name, n) => (name.toLowerCase().includes(wanted) ? [n] : []))) : null;
  const needle = state.q.toLowerCase();
  const found = [];
  for (let n = first; n < last; n++) {
    if (documents && !documents.has(P.doc[n]) && !documents.has(P.other[n])) continue;
    if (state.score && (P.method[n] === 'exact' || Math.floor(P.score[n] * 2) / 2 !== Number(state.score))) continue;
    if (needle && !`${P.text[n]}\n${P.otherText[n]}`.toLowerCase().includes(needle)) continue;
    found.push(n);
  }
  return found;
}

// Greetings, applause, refrains: the same by intent, so they stay.
function showStanding(list, note, state) {
  const needle = state.q.toLowerCase();
  const found = DATA.standing.filter(([string]) => !needle || string.toLowerCase().includes(needle));
  note.textContent = 'Texts that are the same by intent, such as greetings, applause, refrains and standing notes. They are reported and stay.';
  slices(list, found, ([string, kind, times, documents]) => el('li.standing', text('p.line', visible(string)), el('p.meta', el('b.n', `${num(times)} ×`), el('span.tag', kind),
    'in ', [...new Set(documents)].map((doc) => el('a', { href: link('documents', { doc: DATA.names[doc] }) }, DATA.names[doc])), times > documents.length && '…')), 'texts');
}

function showPairs(list, note, state, update) {
  if (state.show === 'standing') {
    showStanding(list, note, state);
    return;
  }
  const found = chosenPairs(state);
  const missing = state.show ? P.nearTotal - (P.doc.length - P.removed) : P.total - P.removed;
  note.replaceChildren(...flat([
    state.show ? 'The pairs nearest to being taken, the highest score first, with what spoke against it. If many of these are copies, the threshold is too high.' : `Each removed ${UNIT} beside the one that was kept. What only the kept text has is green, what only the removed one has is red.`,
    missing > 0 && ` The page holds the first ${num(found.length)}; ${num(missing)} more are in ${state.show ? 'the near misses' : 'removed.jsonl'}.`,
    state.score && el('button.plain', { type: 'button', onclick: () => update({ score: '' }) }, `only score ${state.score}, show all`),
  ]));
  if (state.order && !state.show) slices(list, leastAlike(found), (n) => el('li.cluster', pair(n, false)), 'pairs');
  else if (state.show) slices(list, found, (n) => el('li.cluster', pair(n, true)), 'pairs');
  else slices(list, clusters(found), clusterItem, 'clusters');
}

// Removed ones by the share of their characters that the kept text has otherwise, the largest first: where harm would be.
function leastAlike(found) {
  const own = (n) => {
    let sum = 0;
    for (let k = 0; k < P.marks[n].length; k += 4) sum += P.marks[n][k + 1] - P.marks[n][k];
    return sum / Math.max(1, P.text[n].length);
  };
  const shares = new Map(found.map((n) => [n, own(n)]));
  return [...found].sort((a, b) => shares.get(b) - shares.get(a) || a - b);
}

function clusters(found) {
  const groups = new Map();
  for (const n of found) {
    const key = `${P.other[n]}:${P.otherStart[n]}:${P.otherEnd[n]}`;
    const group = groups.get(key);
    if (group) group.push(n);
    else groups.set(key, [n]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function clusterItem(group) {
  const near = group.filter((n) => P.marks[n].length || !P.otherText[n]);
  const exact = group.filter((n) => !P.marks[n].length && P.otherText[n]);
  return el('li.cluster', el('p.meta.head', el('b', many(group.length, 'copy', 'copies')), ` of a ${UNIT} in `, place(P.other[group[0]], P.otherStart[group[0]])),
    near.length ? near.map((n) => pair(n, false)) : text('blockquote.side', P.otherText[group[0]]),
    exact.length > 0 && el('ul.exact', exact.map((n) => el('li', `${P.score[n] === 100 ? 'The same' : `Score ${points(P.score[n])}, the same`} in `, place(P.doc[n], P.start[n]), verdicts(n, false)))));
}

const place = (doc, start) => [el('a', { href: link('documents', { doc: DATA.names[doc] }) }, DATA.names[doc]), el('span.soft', ` at ${num(start)}`)];

function pair(n, near) {
  const [mine, other] = near ? ['one', 'other'] : ['removed', 'kept'];
  return el('div.pair', el('p.meta', el('b.score', points(P.score[n])), P.method[n] && el('span.tag', P.method[n]), P.reason[n] && el('span.soft', P.reason[n]), P.kept[n] && el('span.soft', `· kept: ${P.kept[n]}`), verdicts(n, near)),
    el('div.sides',
      el('div', el('p.label', P.pieces[n] > 1 ? `${other}, in ${P.pieces[n]} pieces, one a line; the first in ` : `${other}, `, place(P.other[n], P.otherStart[n])), P.otherText[n] ? text('blockquote.side', marked(P.otherText[n], P.marks[n], 1)) : el('p.soft', 'not in this corpus')),
      el('div', el('p.label', `${mine}, `, place(P.doc[n], P.start[n])), text('blockquote.side', marked(P.text[n], P.marks[n], 0)))));
}

function verdicts(n, near) {
  if (near) return null;
  const [id, other] = [DATA.names[P.doc[n]], DATA.names[P.other[n]]];
  const here = { id, start: P.start[n], end: P.end[n], text: P.text[n] };
  return [decider({ decision: 'keep', ...here }, `Keep this ${UNIT}`, 'Kept'),
    decider({ decision: 'different', ...here, other, other_text: P.otherText[n] }, 'These differ', 'Marked as different')];
}
