// Who speaks or writes, how much, under which printed forms, and how sure that is.

const S = DATA.speakers;
const COLUMNS = [['name', 'Speaker', 0], ['characters', 'Characters', 5], ['blocks', 'Blocks', 4], ['documents', 'Documents', 6], ['confidence', 'Confidence', 7], ['variants', 'Printed as', 9]];

view('speakers', 'Speakers', S.total, (root) => {
  const state = { q: address().params.get('q') || '', sort: address().params.get('sort') || 'characters' };
  const table = el('div.list');
  const update = (changes) => {
    Object.assign(state, changes);
    refine({ q: state.q, sort: state.sort === 'characters' ? '' : state.sort, page: '' });
    showSpeakers(table, state, update);
  };
  fill(root, el('h2', 'Speakers'), el('p.note', `${many(S.total, 'speaker')} named. ${many(S.unknown[0], 'block')} with ${num(S.unknown[1])} characters (${share(S.unknown[1], DATA.books.kept)}) have none.`, S.rows.length < S.total && ` The page holds the ${num(S.rows.length)} with most text.`),
    voices(), el('form.controls', { onsubmit: (event) => event.preventDefault() }, search('Name, office or place', state.q, (q) => update({ q }))), table);
  showSpeakers(table, state, update);
});

// One bar of the whole text, each speaker with their colour.
function voices() {
  const rows = S.rows.slice(0, 9);
  const rest = S.rows.slice(9).reduce((sum, row) => sum + row[5], 0);
  const parts = [...rows.map((row, n) => [row[0], row[5], voiceColour(n + 1)]), ['other speakers', rest, 'var(--others)'], ['nobody named', S.unknown[1], 'var(--nobody)']].filter(([, size]) => size > 0);
  return el('figure', el('div.whole', { role: 'img', 'aria-label': 'Shares of the text' }, parts.map(([name, size, colour]) => el('i', { style: `flex:${size} 1 0;background:${colour}`, title: `${name}: ${num(size)} characters (${share(size, DATA.books.kept)})` }))),
    el('figcaption', parts.map(([name, size, colour]) => chip(colour, name === 'nobody named' || name === 'other speakers' ? name : text('span', name), el('span.soft', ` ${share(size, DATA.books.kept)}`)))));
}

function showSpeakers(table, state, update) {
  const needle = state.q.toLowerCase();
  const column = (COLUMNS.find(([name]) => name === state.sort) || COLUMNS[1])[2];
  const value = (row) => (column === 9 ? row[9].length : row[column]);
  const rows = S.rows.filter((row) => !needle || `${row.slice(0, 4).join(' ')} ${row[9].map(([printed]) => printed).join(' ')}`.toLowerCase().includes(needle));
  rows.sort((a, b) => (column === 0 ? a[0].localeCompare(b[0], LANG) : column === 7 ? a[7] - b[7] : value(b) - value(a)));
  const most = Math.max(1, ...rows.map((row) => row[5]));
  const holder = el('div');
  slices(holder, rows, (row) => speakerItem(row, most), 'speakers');
  table.replaceChildren(el('div.sorts', 'Sorted by', switcher('Sorted by', COLUMNS.map(([name, title]) => [name, title]), state.sort, (sort) => update({ sort }))), holder);
}

function speakerItem(row, most) {
  const [name, role, org, location, blocks, characters, documents, confidence, least, variants] = row;
  const number = DATA.voices.indexOf(name);
  return el('li.speaker',
    el('div.who', el('i.dot', { style: `background:${voiceColour(number)}` }), text('strong', name), text('span.soft', [role, !role.includes(org) && org, !`${role}${org}`.includes(location) && location].filter(Boolean).join(' · '))),
    el('div.how', bar(characters, most, voiceColour(number)), el('span.n', num(characters), el('span.soft', ` characters, ${share(characters, DATA.books.kept)}`))),
    el('p.meta', many(blocks, 'block'), ' in ', many(documents, 'document'), ` · confidence ${confidence.toFixed(2)}`, least < confidence && ` (least ${least.toFixed(2)})`,
      el('a', { href: link('documents', { voice: name }) }, 'see the blocks'),
      el('button.decide', { type: 'button', onclick: () => askSpeaker({ id: '', start: 0, end: 0, text: '', printed: '', was: name, scope: 'corpus' }, { name, role, org, place: location }) }, 'This speaker is…')),
    variants.length > 0 && text('p.variants', el('span.label', 'printed as '), variants.map(([printed, count]) => el('span.tag', visible(printed), count > 1 && el('span.soft', ` ×${num(count)}`)))));
}

// Ask who the speaker is, and note the answer; `about` is the place or the name that is meant.
function askSpeaker(about, who) {
  const inputs = Object.fromEntries(['name', 'role', 'org', 'place'].map((key) => [key, el('input', { value: who[key] || '', lang: LANG, name: key })]));
  const scopes = about.id ? [['block', 'this block'], ['document', 'all blocks of this speaker in the document'], ['corpus', 'all blocks of this speaker']] : [['corpus', 'all blocks of this speaker']];
  let scope = about.scope;
  const form = el('form', { method: 'dialog', onsubmit: (event) => {
    const speaker = Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.value.trim()]));
    if (event.submitter.value !== 'note') return;
    const whole = scope === 'block' ? {} : { start: 0, end: 0, text: '', printed: '', ...(scope === 'corpus' && { id: '' }) };
    decide({ decision: 'speaker', ...about, ...whole, scope, speaker }, true);
    say(`Noted: ${speaker.name || 'nobody'}. It stands under Decisions.`);
  } },
  el('h2', 'This speaker is…'), about.was ? el('p.soft', 'now: ', text('span', about.was)) : el('p.soft', 'now: nobody named'),
  field('Name', inputs.name), field('Office', inputs.role), field('Body', inputs.org), field('Place', inputs.place),
  scopes.length > 1 && switcher('Where', scopes, scope, (value) => { scope = value; }),
  el('p.actions', el('button.primary', { value: 'note' }, 'Note this'), el('button', { value: 'cancel', formnovalidate: true }, 'Cancel')));
  $('dialog').replaceChildren(form);
  $('dialog').showModal();
}
