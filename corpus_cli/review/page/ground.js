// What every part of the page uses: the data, elements, numbers, the address, the tabs.

const DATA = JSON.parse(document.getElementById('data').textContent);
const LANG = DATA.run.lang;
const PAGE = 50;
// What dedupe compared: paragraph, sentence or record.
const UNIT = DATA.run.options.unit || 'paragraph';

const $ = (id) => document.getElementById(id);

// el('p.note', {onclick}, 'text', child, …): null and false are left out.
function el(what, ...parts) {
  const [tag, ...classes] = what.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const part of parts) put(node, part);
  return node;
}

function put(node, part) {
  if (part === null || part === undefined || part === false) return;
  if (Array.isArray(part)) part.forEach((item) => put(node, item));
  else if (part instanceof Node) node.append(part);
  else if (typeof part === 'object') attributes(node, part);
  else node.append(String(part));
}

const fill = (node, ...parts) => put(node, parts);

function attributes(node, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'style') node.style.cssText = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
}

const SVG = 'http://www.w3.org/2000/svg';
function svg(tag, values, ...children) {
  const node = document.createElementNS(SVG, tag);
  attributes(node, values);
  children.forEach((child) => put(node, child));
  return node;
}

const whole = new Intl.NumberFormat('en');
const num = (n) => whole.format(n);
const share = (part, all) => {
  if (!all) return '–';
  const value = (100 * part) / all;
  if (!value) return '0 %';
  return value < 0.1 ? '< 0.1 %' : `${value.toFixed(value < 10 ? 1 : 0)} %`;
};
const many = (n, one, more) => `${num(n)} ${n === 1 ? one : more || `${one}s`}`;
const points = (score) => (Number.isInteger(score) ? String(score) : score.toFixed(1));

// A text of the corpus: its own language, so that the signs get their right forms.
const text = (tag, ...parts) => el(tag, { lang: LANG }, ...parts);

// The address: #view?name=value&… so that every selection can be sent to a colleague.
function address() {
  const [view, query] = location.hash.slice(1).split('?');
  return { view: view || 'books', params: new URLSearchParams(query || '') };
}

function link(view, params) {
  const query = new URLSearchParams(Object.entries(params || {}).filter(([, value]) => value !== '' && value != null));
  const tail = query.toString();
  return `#${view}${tail ? `?${tail}` : ''}`;
}

// Change some of the parameters without a new entry in the history.
function refine(changes) {
  const { view, params } = address();
  for (const [name, value] of Object.entries(changes)) {
    if (value === '' || value === null) params.delete(name);
    else params.set(name, value);
  }
  history.replaceState(null, '', link(view, Object.fromEntries(params)));
}

function say(words) {
  $('said').textContent = words;
  $('said').classList.add('on');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => $('said').classList.remove('on'), 2400);
}

function later(action, wait) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}

// A list shown in slices: `rows` are numbers, `make` gives the element of one.
function slices(holder, rows, make, unit) {
  const state = { page: Math.max(0, Number(address().params.get('page') || 1) - 1) };
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const show = (page, focus) => {
    state.page = Math.min(Math.max(0, page), pages - 1);
    refine({ page: state.page ? state.page + 1 : '' });
    const first = state.page * PAGE;
    const list = el('ol.items', { start: first + 1 }, rows.slice(first, first + PAGE).map((row) => {
      const item = make(row);
      item.tabIndex = -1;
      item.classList.add('item');
      return item;
    }));
    holder.replaceChildren(pager('top'), list, pages > 1 ? pager('bottom') : '');
    if (focus) holder.scrollIntoView({ block: 'start' });
  };
  const pager = (place) => {
    const first = state.page * PAGE;
    const last = Math.min(rows.length, first + PAGE);
    const range = rows.length ? `${num(first + 1)}–${num(last)} of ${num(rows.length)} ${unit}` : `no ${unit}`;
    return el('div.pager', place === 'top' && { 'aria-live': 'polite' }, el('span.range', range), pages > 1 && [
      el('button', { type: 'button', class: 'prev', 'aria-label': 'Earlier', disabled: state.page === 0, onclick: () => show(state.page - 1, true) }, '‹'),
      el('button', { type: 'button', class: 'next', 'aria-label': 'Later', disabled: state.page === pages - 1, onclick: () => show(state.page + 1, true) }, '›'),
    ]);
  };
  show(state.page);
}

// What this browser keeps between visits; some forbid it for files, and then nothing is kept.
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    console.info(`nothing is kept between visits: ${error.message}`);
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    console.info(`nothing is kept between visits: ${error.message}`);
  }
}

function field(label, control) {
  return el('label.field', el('span', label), control);
}

function choice(label, values, chosen, onchange) {
  const select = el('select', { onchange: (event) => onchange(event.target.value) },
    values.map(([value, name]) => el('option', { value, selected: value === chosen }, name)));
  return field(label, select);
}

function search(label, value, oninput) {
  const input = el('input', { type: 'search', class: 'search', value, placeholder: 'characters or words', autocomplete: 'off', spellcheck: 'false' });
  const changed = later(() => oninput(input.value), 120);
  input.addEventListener('input', changed);
  return field(label, input);
}

// One of a few, as buttons side by side.
function switcher(label, values, chosen, onchange) {
  const group = el('div.switch', { role: 'group', 'aria-label': label });
  for (const [value, name] of values) {
    group.append(el('button', {
      type: 'button', 'aria-pressed': String(value === chosen),
      onclick: (event) => {
        group.querySelectorAll('button').forEach((one) => one.setAttribute('aria-pressed', String(one === event.currentTarget)));
        onchange(value);
      },
    }, name));
  }
  return group;
}

const VIEWS = [];
const view = (name, title, count, render) => VIEWS.push({ name, title, count, render });
