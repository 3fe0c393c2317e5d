// The tabs, the keys, light and dark, and the first view.

const THEME = 'corpus-report-theme';

function theme(name) {
  document.documentElement.dataset.theme = name;
  $('theme').textContent = name === 'dark' ? '☀' : '☾';
  $('theme').title = name === 'dark' ? 'Light' : 'Dark';
}

// What the reader chose counts, else what the system says.
const dark = matchMedia('(prefers-color-scheme: dark)');
const asChosen = () => theme(remembered(THEME) || (dark.matches ? 'dark' : 'light'));
asChosen();
dark.addEventListener('change', asChosen);
$('theme').addEventListener('click', () => {
  theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  remember(THEME, document.documentElement.dataset.theme);
});

function tabs() {
  $('tabs').replaceChildren(...VIEWS.map(({ name, title, count }) => {
    const n = typeof count === 'function' ? count() : count;
    return el('a', { href: link(name), 'data-view': name }, title, n !== null && el('span.count', num(n)));
  }));
}

function show() {
  const { view: name } = address();
  const chosen = VIEWS.find((one) => one.name === name) || VIEWS[0];
  document.querySelectorAll('#tabs a').forEach((tab) => {
    if (tab.dataset.view === chosen.name) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  });
  document.querySelector('#tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  const root = el('div', { class: `view ${chosen.name}` });
  $('view').replaceChildren(root);
  chosen.render(root);
  if (!address().params.has('at')) window.scrollTo(0, 0);
}

const KEYS = [['/', 'search'], ['j k', 'next and previous item'], ['x', 'make or take back the first decision of the item'], ['← →', 'earlier and later items or documents'], ['1 … 7', 'parts of the report'], ['d', 'light or dark'], ['?', 'this list']];

function keys() {
  $('dialog').replaceChildren(el('form', { method: 'dialog' }, el('h2', 'Keys'), el('dl.keys', KEYS.map(([key, words]) => [el('dt', key.split(' ').map((one) => (one === '…' ? ' … ' : el('kbd', one)))), el('dd', words)])), el('p.actions', el('button.primary', 'Close'))));
  $('dialog').showModal();
}

function move(by) {
  const items = [...document.querySelectorAll('.item')];
  if (!items.length) return;
  const now = items.indexOf(document.activeElement.closest('.item'));
  const next = items[Math.min(items.length - 1, Math.max(0, now + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function press(selector) {
  const target = document.querySelector(selector);
  if (target && !target.disabled) target.click();
}

const ACTIONS = {
  '/': () => document.querySelector('#view input[type=search]')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => document.activeElement.closest('.item')?.querySelector('.decide')?.click(),
  ArrowLeft: () => press('#view .prev'),
  ArrowRight: () => press('#view .next'),
  d: () => $('theme').click(),
  '?': keys,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('dialog').open) return;
  if (event.target.matches('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const part = VIEWS[Number(event.key) - 1];
  const action = part ? () => { location.hash = link(part.name); } : ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

const inputs = DATA.run.inputs;
const heading = inputs.length ? `${inputs[0]}${inputs.length > 1 ? ` and ${num(inputs.length - 1)} more` : ''}` : 'Corpus';
$('title').textContent = heading;
document.title = `${heading} – corpus report`;
document.documentElement.dataset.lang = LANG;
$('help').addEventListener('click', keys);
window.addEventListener('hashchange', show);
new ResizeObserver(([entry]) => document.documentElement.style.setProperty('--head', `${entry.target.offsetHeight}px`)).observe(document.querySelector('.top'));
tabs();
show();
