// Lines that could not be read as records, each with the reason.

const R = DATA.rejects;

view('aside', 'Set aside', R.total, (root) => {
  const reasons = new Map();
  for (const [, , reason] of R.rows) reasons.set(reason, (reasons.get(reason) || 0) + 1);
  const list = el('div.list');
  const show = (reason) => slices(list, R.rows.filter((row) => !reason || row[2] === reason), asideItem, 'lines');
  fill(root, el('h2', 'Set aside'),
    el('p.note', R.total ? `${many(R.total, 'line')} could not be read as records. Nothing of them is lost: they stand whole in rejects.jsonl, to be mended and run again.` : 'No line was set aside: every line that was read is a document.', R.rows.length < R.total && ` The page holds the first ${num(R.rows.length)}.`));
  if (R.total) {
    const sorted = [...reasons].sort((a, b) => b[1] - a[1]);
    fill(root, el('form.controls', choice('Reason', [['', `all (${num(R.rows.length)})`], ...sorted.map(([reason, count]) => [reason, `${reason} (${num(count)})`])], '', show)), list);
    show('');
  }
});

const asideItem = ([file, line, reason, raw]) => el('li.rejected', el('p', el('strong', `${file}:${line}`), ' ', reason), el('pre', { tabindex: 0 }, visible(raw)));
