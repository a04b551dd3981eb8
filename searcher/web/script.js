/*
 * What the pages do more with JavaScript; without it everything works too. Three things, each on its own:
 *
 *   the box suggests how the question may go on (a combobox with a listbox, as WAI-ARIA 1.2 has it)
 *   "/" goes to the box, "j" and "k" to the next and the previous hit
 *   a button beside each citation copies it
 *
 * What it says comes with the script element, in the language of the page. Nothing it writes is markup.
 */
'use strict';

const said = document.currentScript.dataset;

/* ---- suggestions ---- */

const PAUSE = 120; // milliseconds without a key before anything is asked

function suggest(box) {
  const list = document.createElement('ul');
  const state = { shown: [], active: -1, timer: 0, asked: null };
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', said.suggestions);
  box.parentElement.append(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']])
    box.setAttribute(name, value);

  function activate(index) {
    state.active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', list.children[index].id);
  }

  /* Nothing that is still to come is shown. */
  function forget() {
    clearTimeout(state.timer);
    state.asked?.abort();
  }

  function close() {
    forget();
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    activate(-1);
  }

  /* A word is one of many: the question goes on. A field with its value, in whatever language, is a question by itself. */
  function choose(index) {
    const text = state.shown[index];
    const isWhole = /(^|\s)\p{L}+:("[^"]*"|\S+)$/u.test(text);
    box.value = isWhole ? text : `${text} `;
    close();
    if (isWhole) box.form.requestSubmit();
    else box.focus();
  }

  function item(text, description, index) {
    const element = document.createElement('li');
    const note = document.createElement('span');
    element.id = `suggestion-${index}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    note.textContent = description;
    element.append(text, ' ', note);
    element.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    element.addEventListener('click', () => choose(index));
    return element;
  }

  function show([, texts, descriptions]) {
    state.shown = texts;
    list.replaceChildren(...texts.map((text, i) => item(text, descriptions[i], i)));
    list.hidden = texts.length === 0;
    box.setAttribute('aria-expanded', String(texts.length > 0));
    activate(-1);
  }

  async function ask() {
    forget();
    state.asked = new AbortController();
    const address = `${said.suggest}?q=${encodeURIComponent(box.value)}&ui=${document.documentElement.lang}`;
    try {
      const response = await fetch(address, { signal: state.asked.signal });
      if (response.ok) show(await response.json());
    } catch (failure) {
      if (failure.name !== 'AbortError') close(); // nothing is suggested, and the form works on; a later question goes on, too
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
  box.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : state.shown.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && count > 0) close();
    else if (event.key === 'Enter' && state.active >= 0) choose(state.active);
    else if (step && count > 0) {
      forget(); // who moves in a list wants that one
      activate(((state.active + step + 1 + count + 1) % (count + 1)) - 1); // -1 is the box itself
    } else return;
    event.preventDefault();
  });
}

/* ---- keys ---- */

function isTyping(element) {
  return element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);
}

/* What "j" and "k" go through: hits, or the paragraphs of a text, those with marks where there are any. */
function stops() {
  const marked = [...document.querySelectorAll('.case .hung')].filter((paragraph) => paragraph.querySelector('mark') !== null);
  const paragraphs = marked.length > 0 ? marked : [...document.querySelectorAll('.case .hung')];
  const hits = [...document.querySelectorAll('.hits > li h2 a')];
  return hits.length > 0 ? hits : paragraphs.map((paragraph) => paragraph.querySelector('.number'));
}

/* Where one is: at what has the focus, else at what the address names. */
function place() {
  const focused = document.activeElement;
  return focused !== document.body ? focused : (document.querySelector(':target') ?? focused);
}

function step(by) {
  const all = stops();
  const here = place();
  const at = all.indexOf(here);
  const after = all.findIndex((stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  const from = at >= 0 ? at + by : by > 0 ? after : (after < 0 ? all.length : after) - 1;
  all[Math.max(0, Math.min(all.length - 1, here === document.body ? 0 : from))]?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const box = document.getElementById('q');
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === '/' && box !== null) box.focus();
  else return;
  event.preventDefault();
});

/* ---- citations ---- */

/* The button of a citation, which is shown now that it does something; what it did is read aloud. */
function offerCopy(button) {
  const cite = button.parentElement.querySelector('cite');
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  button.after(' ', told);
  button.setAttribute('aria-label', `${button.textContent}: ${cite.textContent}`);
  button.classList.add('ready');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(cite.textContent.replaceAll('\u00a0', ' ')); // one that no line ends at is for the page
    told.textContent = said.copied;
    setTimeout(() => (told.textContent = ''), 2000);
  });
}

/* ---- the page ---- */

const box = document.getElementById('q');
if (box !== null) suggest(box);
if (navigator.clipboard !== undefined) document.querySelectorAll('.copy').forEach(offerCopy);
