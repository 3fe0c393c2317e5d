// How texts are painted: what was taken out, what was put in, and signs that the eye cannot see.

const UNSEEN = {
  '\n': '↵\n', '\t': '→', '\u3000': '□', '\u00a0': '⍽', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ',
  '\u00ad': 'SHY', '\ufeff': 'BOM', '\r': '␍', '\f': '␌', '\u2028': 'LS', '\u2029': 'PS', '\u0085': 'NEL',
};
const HIDDEN = /[\t\n\f\r\u0000-\u001f\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\u3000\ufeff\ue000-\uf8ff]/;
const HIDDEN_ALL = new RegExp(`([^\\S\\n])\\1{5,}|${HIDDEN.source}| `, 'g');

const code = (sign) => `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

// The text with unseen signs made visible; blanks too where they are what changed; in one line if wanted.
function visible(string, blanks, oneLine) {
  const parts = [];
  let place = 0;
  for (const match of string.matchAll(HIDDEN_ALL)) {
    const sign = match[0][0];
    if (sign === ' ' && !blanks) continue;
    const times = match[0].length;
    parts.push(string.slice(place, match.index));
    const shown = sign === ' ' ? '␣' : oneLine && sign === '\n' ? '↵' : UNSEEN[sign] || code(sign);
    parts.push(el(/[A-Z]{2}/.test(shown) ? 'span.unseen.named' : 'span.unseen', { title: `${times > 1 ? `${times} × ` : ''}${sign === ' ' ? 'blank' : code(sign)}` }, times > 1 ? `${shown} ×${times} ` : shown));
    place = match.index + times;
  }
  parts.push(string.slice(place));
  return parts;
}

const taken = (string) => (string ? el('del', visible(string, true, string.length < 80)) : null);
const given = (string) => (string ? el('ins', visible(string, true, string.length < 80)) : null);

// Offsets are code points; JavaScript counts UTF-16 units, which differ beyond the basic plane only.
function slicer(string) {
  if (!/[\ud800-\udfff]/.test(string)) return (start, end) => string.slice(start, end);
  const all = signs(string);
  return (start, end) => all.slice(start, end).join('');
}

// The characters of a text; never half of one, which no JSON reader takes.
const signs = (string) => Array.from(string);

// Both texts as one line: what both have plain, what differs marked.  marks: [start, end, other start, other end, …]
function woven(before, after, marks) {
  if (!marks || !marks.length) return before === after ? visible(before) : [taken(before), given(after)];
  const old = slicer(before);
  const fresh = slicer(after);
  const parts = [];
  let place = 0;
  for (let n = 0; n < marks.length; n += 4) {
    parts.push(visible(old(place, marks[n])), taken(old(marks[n], marks[n + 1])), given(fresh(marks[n + 2], marks[n + 3])));
    place = marks[n + 1];
  }
  parts.push(visible(old(place, Infinity)));
  return parts;
}

// One of two texts beside each other; side 0 is the first of the marks, 1 the other.
function marked(string, marks, side) {
  const cut = slicer(string);
  const parts = [];
  let place = 0;
  for (let n = 0; n < marks.length; n += 4) {
    const start = marks[n + 2 * side];
    const end = marks[n + 2 * side + 1];
    parts.push(cut(place, start));
    parts.push(end > start ? el(side ? 'ins.own' : 'del.own', visible(cut(start, end), true)) : el('span.gap', { title: 'nothing stands here' }));
    place = end;
  }
  parts.push(cut(place, Infinity));
  return parts;
}

const KINDS = ['title', 'byline', 'heading', 'paragraph', 'turn', 'caption', 'credit', 'reaction', 'procedure', 'furniture', 'other'];
const kindColour = (kind) => `var(--kind-${KINDS.includes(kind) ? kind : 'other'})`;
// Speakers keep their colour over the whole page: the nine with most text have one of their own, the others share.
const voiceColour = (voice) => (voice === 0 ? 'var(--nobody)' : voice <= 9 ? `var(--voice-${voice})` : `hsl(${(voice * 137.5) % 360} 22% 55%)`);
const articleColour = (article) => (article === 0 ? 'transparent' : `var(--article-${article % 6})`);

const chip = (colour, ...words) => el('span.chip', el('i', { style: `background:${colour}` }), ...words);
const bar = (part, all, colour) => el('span.bar', el('i', { style: `width:${all ? Math.max(0.5, (100 * part) / all) : 0}%${colour ? `;background:${colour}` : ''}` }));
