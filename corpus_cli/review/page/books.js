// The books: how many lines and characters came in, and where every one of them is now.

view('books', 'Books', null, (root) => {
  const books = DATA.books;
  fill(root, el('section', el('h2', 'What was done'), el('p.lead', summary(books)), flow(books), ledger(books)),
    el('section', el('h2', 'Do the books add up?'), checks(books)),
    el('section', el('h2', 'Rules'), ruleTable()),
    el('section', el('h2', 'The run'), particulars()));
});

function summary(books) {
  const rules = DATA.edits.rules.length;
  return [
    `${many(books.lines, 'record')} ${books.lines === 1 ? 'was' : 'were'} read: ${many(books.documents, 'document')} and ${books.aside ? many(books.aside, 'line') : 'no line'} set aside. `,
    `Cleaning made ${many(DATA.edits.total, 'edit')} by ${many(rules, 'rule')}; dedupe removed ${many(books.paragraphs, UNIT)}. `,
    `What was left stands in ${many(DATA.blocks.total, 'block')}, with ${many(DATA.speakers.total, 'speaker')} named.`,
  ];
}

// The stages one under the other, each as a bar whose width is its number of characters, joined by ribbons.
function flow(books) {
  const figure = el('figure.flow');
  const draw = () => {
    const width = Math.max(280, figure.clientWidth || 700);
    figure.replaceChildren(flowDrawing(books, width), el('figcaption', 'Characters from the text as it was read down to the blocks; ribbons that end are what was taken out. Widths are to scale; what would be thinner than a hair is drawn as a hair.'));
  };
  new ResizeObserver(later(draw, 40)).observe(figure);
  requestAnimationFrame(draw);
  return figure;
}

function flowDrawing(books, width) {
  const most = Math.max(books.read, books.cleaned, 1);
  const scale = (n) => (n ? Math.max(1.5, (n / most) * width) : 0);
  const stages = [
    ['As read', books.read, [['sound', books.read - books.taken, '--flow-keep'], ['taken by edits', books.taken, '--flow-edit']]],
    ['Cleaned', books.cleaned, [['kept', books.cleaned - books.removed - books.gaps, '--flow-keep'], ['removed as duplicates', books.removed + books.gaps, '--flow-drop']]],
    ['In blocks', books.kept, books.kinds.map(([kind, , size]) => [kind, size, `--kind-${kind}`])],
  ];
  const [high, gap, top] = [26, 74, 20];
  const height = top + stages.length * high + (stages.length - 1) * gap + 6;
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': stages.map(([name, n]) => `${name}: ${num(n)} characters`).join('; ') });
  stages.forEach(([name, total, parts], n) => {
    const y = top + n * (high + gap);
    let x = 0;
    parts.filter(([, size]) => size > 0).forEach(([part, size, colour], index) => {
      const wide = scale(size);
      const box = svg('rect', { x, y, width: wide, height: high, fill: `var(${colour}, var(--kind-other))` }, svg('title', {}, `${part}: ${num(size)} characters (${share(size, total)})`));
      drawing.append(box);
      if (index === 0 && n < stages.length - 1) drawing.append(ribbon(x, x + wide, y + high, 0, scale(parts[0][1]), y + high + gap));
      else if (n < stages.length - 1) drawing.append(stub(x, x + wide, y + high, colour), wordsUnder(x + wide, y + high, `${part} ${num(size)}`, colour, width));
      x += wide;
    });
    if (n === 1 && books.put) drawing.append(wordsUnder(width, y - 46, `+ ${num(books.put)} put by edits`, '--flow-edit', width));
    drawing.append(svg('text', { x: 0, y: y - 6, class: 'stage' }, `${name} `, svg('tspan', { class: 'figure' }, num(total))));
  });
  return drawing;
}

const ribbon = (a, b, y, c, d, z) => svg('path', { class: 'ribbon', d: `M${a},${y} C${a},${(y + z) / 2} ${c},${(y + z) / 2} ${c},${z} L${d},${z} C${d},${(y + z) / 2} ${b},${(y + z) / 2} ${b},${y} Z` });
const stub = (a, b, y, colour) => svg('path', { d: `M${a},${y} L${a},${y + 10} L${(a + b) / 2},${y + 18} L${b},${y + 10} L${b},${y} Z`, fill: `var(${colour})`, opacity: 0.55 });
const wordsUnder = (x, y, words, colour, width) => svg('text', { x: Math.min(x, width - 1), y: y + 34, 'text-anchor': 'end', class: 'aside' }, words);

function ledger(books) {
  const row = (name, n, note, strong) => el(strong ? 'tr.strong' : 'tr', el('th', { scope: 'row' }, name), el('td.n', strong ? num(n) : `${n < 0 ? '−' : '+'}${num(Math.abs(n))}`), el('td.n.soft', share(Math.abs(n), books.read)), el('td', note || ''));
  return el('div.scroll', el('table.ledger', el('caption.quiet', 'The same in figures, in characters'), el('tbody',
    row('As read', books.read, [el('a', { href: link('documents') }, many(books.documents, 'document')), books.aside > 0 && [', ', el('a', { href: link('aside') }, `${many(books.aside, 'line')} set aside`)]], true),
    row('taken by edits', -books.taken, el('a', { href: link('edits') }, many(DATA.edits.total, 'edit'))),
    row('put by edits', books.put),
    row('Cleaned', books.cleaned, '', true),
    row(`removed ${UNIT}s`, -books.removed, el('a', { href: link('duplicates') }, many(books.paragraphs, UNIT))),
    row('blank lines around them', -books.gaps),
    row('In blocks', books.kept, el('a', { href: link('documents') }, many(DATA.blocks.total, 'block')), true),
    books.kinds.map(([kind, count, size]) => el('tr.part', el('th', { scope: 'row' }, chip(kindColour(kind), kind)), el('td.n', num(size)), el('td.n.soft', share(size, books.read)), el('td', many(count, 'block')))))));
}

function checks(books) {
  return el('ul.checks', books.checks.map(([words, a, b]) => el(a === b ? 'li.holds' : 'li.fails',
    el('b', a === b ? '✓' : '✗'), el('span', words), el('span.n', a === b ? num(a) : `${num(a)} ≠ ${num(b)}`))),
  el('li.soft', el('b', ''), el('span', ['The proof character by character: ', el('code', 'corpus audit')]), ''));
}

function ruleTable() {
  const rules = DATA.edits.rules;
  const most = Math.max(1, ...rules.map((rule) => rule[1]));
  if (!rules.length) return el('p.soft', 'No edit was made.');
  return el('div.scroll', el('table', el('thead', el('tr', el('th', 'Rule'), el('th', 'What it repairs'), el('th.n', 'Edits'), el('th', ''), el('th.n', 'Characters'))),
    el('tbody', rules.map(([rule, count, took, put]) => el('tr', el('th', { scope: 'row' }, el('a', { href: link('edits', { rule }) }, rule)),
      el('td.soft.wide', DATA.run.manuals[rule] || ''), el('td.n', num(count)), el('td.barred', bar(count, most)), el('td.n.soft', `−${num(took)} +${num(put)}`))))));
}

function particulars() {
  const options = JSON.stringify(DATA.run.options, null, 2);
  return [
    el('p', `corpus ${DATA.run.version}`, DATA.run.inputs.length > 0 && [' read ', DATA.run.inputs.slice(0, 8).join(', '), DATA.run.inputs.length > 8 && ` and ${num(DATA.run.inputs.length - 8)} more`], '.'),
    el('details', el('summary', 'Options of the run'), el('pre', options)),
  ];
}
