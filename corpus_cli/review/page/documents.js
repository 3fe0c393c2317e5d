// The documents: a list with a thumbnail each; one document as a strip and its blocks to read.

const D = DATA.documents;
const ROW_OF = new Map(D.name.map((name, row) => [DATA.names[name], row]));

view('documents', 'Documents', D.total, (root) => {
  const params = address().params;
  if (params.has('doc') && ROW_OF.has(params.get('doc'))) showDocument(root, ROW_OF.get(params.get('doc')), params);
  else if (params.has('voice')) showVoice(root, params.get('voice'));
  else showList(root, params);
});

function showList(root, params) {
  const list = el('div.list');
  const show = (q) => {
    const needle = q.toLowerCase();
    refine({ q, words: '', page: '' });
    const rows = D.name.map((name, row) => row).filter((row) => !needle || DATA.names[D.name[row]].toLowerCase().includes(needle));
    slices(list, rows, documentItem, 'documents');
  };
  fill(root, el('h2', 'Documents'),
    el('p.note', 'Each line is a document; the bar shows the kinds of its blocks along the text.', D.name.length < D.total && ` The page holds the first ${num(D.name.length)} of ${num(D.total)}.`,
      B.doc.length < B.total && ` Blocks are shown for the first ${num(RANGES.size)}; all are in blocks.jsonl.`),
    el('form.controls', { onsubmit: (event) => event.preventDefault() }, search('Name', params.get('q') || '', show), search('Words in the text', params.get('words') || '', (words) => (words ? showWords(list, words) : show('')))), allKinds(), list);
  if (params.get('words')) {
    showWords(list, params.get('words'));
    return;
  }
  const page = params.get('page');
  show(params.get('q') || '');
  if (page) { refine({ page }); }
}

// The blocks that hold some words, each with the words and what stands around them.
function showWords(list, words) {
  refine({ words, q: '', page: '' });
  const needle = words.toLowerCase();
  const found = [];
  for (let n = 0; n < B.text.length; n++) if (B.text[n].toLowerCase().includes(needle)) found.push(n);
  slices(list, found, (n) => el('li', text('p.line', passage(B.text[n], needle)), el('p.meta', el('a', { href: link('documents', { doc: DATA.names[B.doc[n]], at: B.sourceStart[n] }) }, DATA.names[B.doc[n]]), chip(kindColour(B.kinds[B.kind[n]]), B.kinds[B.kind[n]]), B.speaker[n] > 0 && chip(voiceColour(B.speaker[n]), text('span', DATA.voices[B.speaker[n]])))), 'blocks');
}

function passage(string, needle) {
  const at = string.toLowerCase().indexOf(needle);
  const [from, to] = [Math.max(0, at - 60), at + needle.length + 90];
  return [from > 0 && '…', visible(string.slice(from, at).trimStart(), false, true), el('mark', string.slice(at, at + needle.length)), visible(string.slice(at + needle.length, to).trimEnd(), false, true), to < string.length && '…'];
}

const allKinds = () => el('p.legends', B.kinds.map((kind) => chip(kindColour(kind), kind)));

function documentItem(row) {
  const name = DATA.names[D.name[row]];
  return el('li.document', el('a.row', { href: link('documents', { doc: name }) }, el('span.name', name), thumbnail(D.name[row], D.read[row]),
    el('span.soft', [`${num(D.kept[row])} of ${many(D.read[row], 'character')}`, D.edits[row] && many(D.edits[row], 'edit'), D.removed[row] && many(D.removed[row], `removed ${UNIT}`), many(D.blocks[row], 'block')].filter(Boolean).join(' · '))));
}

function showDocument(root, row, params) {
  const doc = D.name[row];
  const [first, last] = RANGES.get(doc) || [0, 0];
  const state = { kind: params.get('kind') || '', voice: params.get('voice') || '', article: params.get('article') || '' };
  const list = el('div.reading');
  const marks = el('div');
  const choose = (n, still) => pointTo(n, bar, list, still);
  const bar = strip(doc, D.read[row], choose);
  const update = (changes) => {
    Object.assign(state, changes);
    refine({ ...state, page: '' });
    marks.replaceChildren(legend(first, last, state, update));
    showBlocks(list, first, last, state, bar);
  };
  const name = DATA.names[doc];
  const step = (by, words, label) => el('a', { href: D.name[row + by] === undefined ? null : link('documents', { doc: DATA.names[D.name[row + by]] }), 'aria-label': label, class: by < 0 ? 'prev' : 'next' }, words);
  fill(root, el('p.crumbs', el('a', { href: link('documents') }, '‹ all documents'), step(-1, 'previous', 'Previous document'), step(1, 'next', 'Next document')), el('h2.doc', name),
    el('p.note', `${num(D.kept[row])} of ${many(D.read[row], 'character')} kept · `, el('a', { href: link('edits', { doc: name }) }, many(D.edits[row], 'edit')), ' · ', el('a', { href: link('duplicates', { doc: name }) }, many(D.removed[row], `removed ${UNIT}`))),
    el('div.lanes', el('div.names', ['kinds', 'speakers', 'articles', 'edits'].map((lane) => el('span', lane))), bar), marks, list);
  fill(marks, legend(first, last, state, update));
  if (first === last) list.append(...(GONE.get(doc) || []).map(goneItem), el('p.soft', D.blocks[row] ? 'The page has no room for the blocks of this document; they are in blocks.jsonl.' : 'This document has no blocks: nothing of it was left.'));
  else showBlocks(list, first, last, state, bar);
  const at = params.get('at');
  if (at !== null) pointTo(blockAt(first, last, Number(at)), bar, list, false);
}

function blockAt(first, last, offset) {
  for (let n = last - 1; n > first; n--) if (B.sourceStart[n] <= offset) return n;
  return first;
}

const STRETCH = 120;

// Blocks in stretches that are added as the reader comes to them.
function showBlocks(list, first, last, state, bar) {
  const chosen = [];
  for (let n = first; n < last; n++) {
    if (state.kind && B.kinds[B.kind[n]] !== state.kind) continue;
    if (state.voice && (DATA.voices[B.speaker[n]] || '–') !== state.voice) continue;
    if (state.article && B.articles[B.article[n]] !== state.article) continue;
    chosen.push(n);
  }
  // an article that jumps columns is read in its own order
  if (state.article) chosen.sort((a, b) => B.seq[a] - B.seq[b] || a - b);
  list.replaceChildren();
  list.chosen = chosen;
  list.shown = 0;
  list.bar = bar;
  list.first = first;
  list.gone = !state.kind && !state.voice && !state.article;
  moreBlocks(list, STRETCH);
}

function moreBlocks(list, upTo) {
  const next = list.chosen.slice(list.shown, upTo);
  list.querySelector('.more')?.remove();
  let last = list.shown ? list.chosen[list.shown - 1] : -1;
  for (const n of next) {
    if (list.gone) goneBetween(last < 0 ? list.first : last + 1, n, last < 0).forEach((item) => list.append(item));
    list.append(blockItem(n, last, list));
    last = n;
  }
  list.shown += next.length;
  const left = list.chosen.length - list.shown;
  if (left === 0 && list.gone && list.chosen.length) goneBetween(-1, -1, false, list.chosen[list.chosen.length - 1]).forEach((item) => list.append(item));
  if (left > 0) list.append(el('button.more', { type: 'button', onclick: () => moreBlocks(list, list.shown + STRETCH) }, `${many(left, 'more block')}`));
}

// The removed paragraphs of each document, by where they stood in the text as read.
const GONE = new Map();
P.at.forEach((at, n) => {
  if (!GONE.has(P.doc[n])) GONE.set(P.doc[n], []);
  GONE.get(P.doc[n]).push(n);
});

// What was removed just before block `n`, or behind the last block of its document.
function goneBetween(previous, n, start, last) {
  const doc = B.doc[n < 0 ? last : n];
  const from = start ? -1 : n < 0 ? B.sourceStart[last] : B.sourceStart[previous - 1];
  const to = n < 0 ? Infinity : B.sourceStart[n];
  return (GONE.get(doc) || []).filter((pair) => P.at[pair] > from && P.at[pair] <= to).map(goneItem);
}

function goneItem(pair) {
  const opening = P.text[pair].length > 90 ? `${P.text[pair].slice(0, 90)}…` : P.text[pair];
  return el('div.gone', el('div.margin', 'removed'), el('div.body', text('p.text', opening), el('p.meta', `${P.method[pair]} copy, score ${points(P.score[pair])}, of `, place(P.other[pair], P.otherStart[pair]), verdicts(pair, false))));
}

function pointTo(n, bar, list, still) {
  bar.point(n);
  const place = list.chosen ? list.chosen.indexOf(n) : -1;
  if (place < 0) return;
  if (place >= list.shown) moreBlocks(list, place + STRETCH);
  list.querySelector('.chosen')?.classList.remove('chosen');
  const item = list.querySelector(`[data-block="${n}"]`);
  item.classList.add('chosen');
  item.scrollIntoView({ block: 'center' });
  if (!still) item.focus({ preventScroll: true });
}

function blockItem(n, last, list) {
  const kind = B.kinds[B.kind[n]];
  const name = DATA.voices[B.speaker[n]];
  const fresh = last < 0 || B.speaker[last] !== B.speaker[n] || B.doc[last] !== B.doc[n];
  const id = DATA.names[B.doc[n]];
  const about = { id, start: B.start[n], end: B.end[n], text: signs(B.text[n].trim()).slice(0, 40).join(''), printed: B.printed[n], was: name, scope: 'block' };
  const row = speakerRow(name);
  return el(`article.block.item.is-${kind}`, { tabindex: -1, 'data-block': n, style: `--article:${articleColour(B.article[n])}`, onclick: () => list.bar && list.bar.point(n) },
    el('div.margin', el('span.kind', chip(kindColour(kind), kind)), fresh && name && el('span.voice', chip(voiceColour(B.speaker[n]), text('strong', name))), fresh && row && text('span.soft.office', row[1])),
    el('div.body', text('p.text', B.whole[n] ? B.text[n].trim() : `${B.text[n]}…`), el('p.meta.quiet', [B.articles[B.article[n]], B.page[n] && `page ${B.page[n]}`, `${num(B.start[n])}–${num(B.end[n])}`, name && `confidence ${B.confidence[n].toFixed(2)}`, B.why[n]].filter(Boolean).join(' · '), editsHere(n),
      el('button.decide', { type: 'button', onclick: () => askSpeaker(about, row ? { name, role: row[1], org: row[2], place: row[3] } : { name }) }, 'This speaker is…'))));
}

function editsHere(n) {
  const count = (EDITS_OF.get(B.doc[n]) || []).filter((start) => start >= B.sourceStart[n] && start < B.sourceEnd[n]).length;
  return count > 0 && el('a', { href: link('edits', { doc: DATA.names[B.doc[n]], from: B.sourceStart[n], to: B.sourceEnd[n] }) }, many(count, 'edit'));
}

function speakerRow(name) {
  speakerRow.rows = speakerRow.rows || new Map(S.rows.map((row) => [row[0], row]));
  return name ? speakerRow.rows.get(name) : undefined;
}

function showVoice(root, name) {
  const voice = DATA.voices.indexOf(name);
  const rows = B.speaker.flatMap((other, n) => (other === voice ? [n] : []));
  const list = el('div.reading');
  fill(root, el('p.crumbs', el('a', { href: link('speakers') }, '‹ all speakers')), el('h2', text('span', name)), el('p.note', many(rows.length, 'block'), rows.length > 0 && ' in the order of the documents.'), list);
  slices(list, rows, (n) => el('li', el('p.label', el('a', { href: link('documents', { doc: DATA.names[B.doc[n]], at: B.sourceStart[n] }) }, DATA.names[B.doc[n]])), blockItem(n, -1, {})), 'blocks');
}
