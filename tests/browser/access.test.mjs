/* What WCAG 2.2 AA asks for and axe-core cannot see: sizes, spacing, contrast of what is no text, the modes of the system, names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open, picture, sticking } from './browser.mjs';
import { pages } from './pages.mjs';

/* Targets under 24 pixels that stand in no sentence and have another within 24 pixels of their middle (2.5.8). */
function smallTargets() {
  const isInSentence = (element) =>
    getComputedStyle(element).display === 'inline' &&
    [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.data));
  /* What is seen, but for points of a drawing whose links stand in the table below it, too. */
  const targets = [...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, input:not([type=hidden]), summary')]
    .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
    .filter(({ element, box }) => box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible' && getComputedStyle(element).clipPath === 'none');
  const isNear = (box, x, y) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
  return targets
    .filter(({ element, box }) => {
      if ((box.width >= 24 && box.height >= 24) || isInSentence(element)) return false;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return targets.some((other) => other.element !== element && !other.element.contains(element) && isNear(other.box, x, y));
    })
    .map(({ element, box }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
}

/* The spacings of 1.4.12, as a reader's own style sheet sets them. */
function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
}

/* Texts that are cut by the box they stand in, and numbers that hang over what they number. */
function cut() {
  const isUnseen = (element) => element.closest('.unseen, .skip') !== null;
  const clipped = [...document.querySelectorAll('body *')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return (
      !isUnseen(element) && !(element instanceof SVGElement) && element.tagName !== 'INPUT' &&
      ((overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1))
    );
  });
  const lines = document.createRange();
  const hanging = [...document.querySelectorAll('.hung > .number')].filter((number) => {
    const { left, right, top, bottom } = number.getBoundingClientRect();
    lines.selectNodeContents(number.parentElement.querySelector('.body') ?? number.nextSibling);
    const isOver = (line) => line.left < right - 1 && line.right > left + 1 && line.top < bottom - 1 && line.bottom > top + 1;
    return left < 0 || [...lines.getClientRects()].some(isOver);
  });
  return [...clipped, ...hanging].map((element) => element.outerHTML.slice(0, 120));
}

/* What moves: nothing does. */
function moving() {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/* Links of one name that lead to different pages, though they stand in one part of the page (2.4.4). */
function alike() {
  const parts = '.hits > li, .contents > li, section, figure, nav, header, .columns, table';
  const links = [...document.querySelectorAll('a[href]')].map((link) => ({
    name: (link.getAttribute('aria-label') ?? link.textContent).trim(),
    part: link.closest(parts),
    href: link.href,
  }));
  return links
    .filter((link) => links.some((other) => other.name === link.name && other.part === link.part && other.href !== link.href))
    .map(({ name, href }) => `${name}: ${href}`);
}

/* Texts that have more words of another language than of the one that they or the page say that they are in. */
function mistaken() {
  const common = {
    en: /(?<!\p{L})(the|of|and|to|report|case)(?!\p{L})/giu,
    fr: /(?<!\p{L})(le|les|des|du|et|une|rapport|cas|paragr)(?!\p{L})/giu,
    es: /(?<!\p{L})(el|los|las|del|y|una|informe|caso|párrafo)(?!\p{L})/giu,
  };
  const count = (text, language) => text.match(common[language])?.length ?? 0;
  return [...document.querySelectorAll('.body, .subject, main cite')]
    .filter((element) => {
      const { lang } = element.closest('[lang]');
      return Object.keys(common).some((other) => count(element.textContent, other) > count(element.textContent, lang));
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/* Cells of tables that belong to no column or row, and tables without a name. */
function loose() {
  return [...document.querySelectorAll('table')]
    .flatMap((table) => [
      ...[...table.querySelectorAll('thead th')].filter((cell) => cell.scope !== 'col'),
      ...[...table.querySelectorAll('tbody tr')].filter((row) => row.querySelector('th[scope=row]') === null),
      ...(table.caption === null ? [table] : []),
    ])
    .map((element) => element.outerHTML.slice(0, 120));
}

const promises = {
  'every target is large enough, or has room around it': smallTargets,
  'links of one name lead to one page, or each stands in a part of its own': alike,
  'texts say in which language they are': mistaken,
  'every cell of a table says of which column and row it is': loose,
  'nothing moves': moving,
};

for (const [name, path] of Object.entries(pages))
  for (const width of [1280, 320])
    test(`${name} at ${width} pixels`, async (t) => {
      const page = await open(path, { width, language: 'fr' });
      for (const [promise, look] of Object.entries(promises)) await t.test(promise, async () => assert.deepEqual(await page.evaluate(look), []));
      await t.test('a reader may space the text out, and nothing is cut', async () => {
        await page.evaluate(space);
        if (name === 'results') await picture(page, `spaced-${width}`);
        assert.deepEqual([...(await sticking(page)), ...(await page.evaluate(cut))], []);
      });
      await close(page);
    });

test('at 400% nothing scrolls sideways', async () => {
  for (const [name, path] of Object.entries(pages)) {
    const page = await open(path, { zoom: 4, height: 1024 });
    assert.deepEqual(await sticking(page), [], name);
    await close(page);
  }
});

/* The contrast between two colours as a style has them. */
const contrast = `globalThis.contrast = (one, other) => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}`;

for (const dark of [false, true])
  test(`${dark ? 'in the dark' : 'in the light'} the box, the bars and the ring of the focus stand out`, async () => {
    const page = await open('/?q=strike', { dark });
    await page.evaluate(contrast);
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const bar = [...document.querySelectorAll('.years path, .years rect')].map((shape) => getComputedStyle(shape).fill).find((fill) => fill.startsWith('rgb('));
      const of = (selector, property) => globalThis.contrast(getComputedStyle(document.querySelector(selector))[property], paper);
      return { ring: of(':focus-visible', 'outlineColor'), box: of('#q', 'borderTopColor'), button: of('.box button', 'backgroundColor'), bars: globalThis.contrast(bar, paper) };
    });
    for (const [name, value] of Object.entries(found)) assert.ok(value >= 3, `${name}: ${value}`);
    await close(page);
  });

test('who asks for more contrast gets it', async () => {
  for (const dark of [false, true]) {
    const page = await open('/?q=strike', { dark });
    await page.emulateMedia({ contrast: 'more' });
    await page.evaluate(contrast);
    const least = await page.evaluate(() =>
      Math.min(...[...document.querySelectorAll('.quiet, .label, .facts, footer')].map((element) => globalThis.contrast(getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor))));
    assert.ok(least >= 7, `${least}`);
    await close(page);
  }
});

test('in the colours of the system, marks, the paragraph one came for and the suggestion one is at are still told apart', async () => {
  const page = await open('/paragraph/394/84?q=strike');
  await page.emulateMedia({ forcedColors: 'active' });
  const differs = (selector, property) =>
    page.evaluate(([selector, property]) => getComputedStyle(document.querySelector(selector))[property] !== getComputedStyle(document.body)[property], [selector, property]);
  assert.ok(await differs('mark', 'backgroundColor'));
  assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector('.current')).outlineStyle !== 'none'));
  await picture(page, 'forced-colors');
  await page.goto(page.url().replace(/\/paragraph.*/, '/'));
  await page.getByRole('combobox').fill('stri');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.ok(await differs('[aria-selected=true]', 'backgroundColor'));
  await close(page);
});

test('permanent links are told apart by their names', async () => {
  const page = await open('/?q=strike');
  const names = await page.getByRole('link', { name: /^Permanent link/ }).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  assert.equal(new Set(names).size, names.length);
  assert.match(names[0], /^Permanent link: \d+\/\d+\/en$/);
  await close(page);
});

test('each page has a title of its own', async () => {
  const { columns, ...named } = pages; // a paragraph has its title, however it is read
  for (const language of ['en', 'fr', 'es']) {
    const page = await open('/', { language });
    const titles = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html').title)),
      Object.values(named),
    );
    const same = titles.filter((title, i) => titles.indexOf(title) !== i);
    assert.deepEqual(same, [], language);
    assert.ok(titles.every((title) => title !== ''));
    await close(page);
  }
});
