// A document as a strip: kinds, speakers and articles along the text as it was read, with the places of edits.

const B = DATA.blocks;

// The blocks of each document: [first, behind the last], since they stand in the order of the documents.
const RANGES = new Map();
B.doc.forEach((doc, n) => {
  const range = RANGES.get(doc);
  if (range) range[1] = n + 1;
  else RANGES.set(doc, [n, n + 1]);
});

const EDITS_OF = new Map();
DATA.edits.doc.forEach((doc, n) => {
  if (!EDITS_OF.has(doc)) EDITS_OF.set(doc, []);
  EDITS_OF.get(doc).push(DATA.edits.start[n]);
});

const LANES = [
  ['kinds', (n) => kindColour(B.kinds[B.kind[n]])],
  ['speakers', (n) => voiceColour(B.speaker[n])],
  ['articles', (n) => articleColour(B.article[n])],
];

function blockWords(n) {
  const parts = [B.kinds[B.kind[n]], DATA.voices[B.speaker[n]], B.articles[B.article[n]]].filter(Boolean);
  return `${parts.join(' · ')}: ${B.text[n].trim().slice(0, 40)}`;
}

// The stretches of a document that are in none of its blocks.
function taken_out(first, last, length) {
  const found = [];
  let place = 0;
  for (let n = first; n < last; n++) {
    if (B.sourceStart[n] > place) found.push([place, B.sourceStart[n]]);
    place = Math.max(place, B.sourceEnd[n]);
  }
  if (last > first && length > place) found.push([place, length]);
  return found;
}

const MOST_COLUMNS = 1000;

// [block, start, end] along the text: every block, or of very many the one that stands at each of a thousand places.
function columns(first, last, size) {
  const found = [];
  if (last - first <= MOST_COLUMNS) {
    for (let n = first; n < last; n++) found.push([n, B.sourceStart[n], B.sourceEnd[n]]);
    return found;
  }
  let n = first;
  for (let column = 0; column < MOST_COLUMNS; column++) {
    const from = (column * size) / MOST_COLUMNS;
    const to = ((column + 1) * size) / MOST_COLUMNS;
    while (n < last - 1 && B.sourceEnd[n] <= (from + to) / 2) n += 1;
    if (B.sourceStart[n] <= to) found.push([n, from, to]);
  }
  return found;
}

// The three lanes of one document; `choose` is called with the block a person picks.
function strip(doc, length, choose) {
  const [first, last] = RANGES.get(doc) || [0, 0];
  const size = Math.max(length, 1);
  const lane = 14;
  const drawing = svg('svg', { class: 'strip', viewBox: `0 0 1000 ${4 * (lane + 3)}`, preserveAspectRatio: 'none', tabindex: 0, role: 'slider', 'aria-label': 'Place in the document', 'aria-valuemin': 1, 'aria-valuemax': Math.max(1, last - first), 'aria-valuenow': 1 });
  const at = (offset) => (1000 * offset) / size;
  for (const [from, to] of taken_out(first, last, length)) {
    drawing.append(svg('rect', { class: 'ground', x: at(from), width: at(to - from), y: 0, height: 3 * (lane + 3) - 3 }, svg('title', {}, `${num(to - from)} characters taken out here`)));
  }
  for (const [n, from, to] of columns(first, last, size)) {
    LANES.forEach(([, colour], row) => drawing.append(svg('rect', {
      x: at(from), width: Math.max(0.6, at(to - from)), y: row * (lane + 3), height: lane, fill: colour(n), 'data-block': n,
    }, svg('title', {}, blockWords(n)))));
  }
  const ticks = (EDITS_OF.get(doc) || []).slice(0, 2000).map((start) => `M${at(start).toFixed(1)},${3 * (lane + 3)}v${lane}`).join('');
  drawing.append(svg('path', { d: ticks, class: 'ticks' }));
  drawing.append(svg('rect', { class: 'cursor', x: -9, visibility: 'hidden', y: -2, width: 2, height: 4 * (lane + 3) + 2 }));
  drawing.addEventListener('click', (event) => {
    const block = event.target.getAttribute('data-block');
    if (block !== null) choose(Number(block));
  });
  drawing.addEventListener('keydown', (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const now = Number(drawing.getAttribute('aria-valuenow')) - 1 + first;
    choose(Math.min(last - 1, Math.max(first, now + move)), true);
  });
  drawing.point = (n) => {
    attributes(drawing.querySelector('.cursor'), { x: at(B.sourceStart[n]), visibility: 'visible' });
    drawing.setAttribute('aria-valuenow', n - first + 1);
    drawing.setAttribute('aria-valuetext', blockWords(n));
  };
  return drawing;
}

// The kinds of a document as one thin line, for the list.
function thumbnail(doc, length) {
  const [first, last] = RANGES.get(doc) || [0, 0];
  const size = Math.max(length, 1);
  const drawing = svg('svg', { class: 'thumb', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': true });
  for (let n = first; n < Math.min(last, first + 400); n++) {
    drawing.append(svg('rect', { x: (1000 * B.sourceStart[n]) / size, width: Math.max(1, (1000 * (B.sourceEnd[n] - B.sourceStart[n])) / size), y: 0, height: 10, fill: kindColour(B.kinds[B.kind[n]]) }));
  }
  return drawing;
}

// What an article is called: its title, else its first words.
function articleNames(first, last) {
  const found = new Map();
  for (let n = first; n < last; n++) {
    if (!B.article[n]) continue;
    const article = found.get(B.article[n]) || { count: 0, opening: n, title: -1 };
    article.count += 1;
    if (B.seq[n] < B.seq[article.opening]) article.opening = n;
    if (B.kinds[B.kind[n]] === 'title' && article.title < 0) article.title = n;
    found.set(B.article[n], article);
  }
  return [...found].map(([article, { count, opening, title }]) => [article, B.text[title < 0 ? opening : title].trim().replace(/^#+\s*/, '').replace(/\s+/g, ' ').slice(0, 24), count]);
}

function legend(first, last, state, update) {
  const kinds = new Map();
  const voicesHere = new Map();
  for (let n = first; n < last; n++) {
    kinds.set(B.kind[n], (kinds.get(B.kind[n]) || 0) + 1);
    voicesHere.set(B.speaker[n], (voicesHere.get(B.speaker[n]) || 0) + 1);
  }
  const articles = articleNames(first, last);
  const sorted = (counts) => [...counts].sort((a, b) => b[1] - a[1]);
  const pick = (name, value, colour, words, count) => el('button.legend', { type: 'button', 'aria-pressed': String(state[name] === value), onclick: () => update({ [name]: state[name] === value ? '' : value }) }, chip(colour, name === 'article' || (name === 'voice' && value !== '–') ? text('span', words) : el('span', words)), el('span.soft', num(count)));
  return el('div.legends', el('p', el('span.label', 'kinds '), sorted(kinds).map(([kind, count]) => pick('kind', B.kinds[kind], kindColour(B.kinds[kind]), B.kinds[kind], count))),
    el('p', el('span.label', 'speakers '), sorted(voicesHere).slice(0, 40).map(([voice, count]) => pick('voice', DATA.voices[voice] || '–', voiceColour(voice), DATA.voices[voice] || 'nobody named', count))),
    articles.length > 0 && el('p', el('span.label', 'articles '), articles.slice(0, 60).map(([article, words, count]) => pick('article', B.articles[article], articleColour(article), words, count)), el('span.soft', ' choose one to read it put together')));
}
