/*
 * A Chromium and the site, for the tests of this folder.
 *
 *     const page = await open('/?q=strike', { dark: true, width: 320 });
 *     await picture(page, 'results-narrow-dark');
 *     assert.deepEqual(await findings(page), []);                         what axe-core finds
 *     assert.deepEqual(page.complaints, []);                              what the browser refused, logged or asked of others
 *     await page.keyboard.press('Tab');
 *     assert.ok((await focused(page)).hasOutline);                        what the keyboard is at
 */
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after } from 'node:test';

export const site = process.env.CFA_SITE;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const launched = chromium.launch({
  executablePath: process.env.CFA_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'], // as root Chromium has no sandbox
});

after(async () => (await launched).close());

/* A new page in a profile of its own. `width` in pixels, `language` as a browser sends it. */
export async function open(path, { width = 1280, height = 900, language = 'en', dark = false, script = true, zoom = 1 } = {}) {
  const browser = await launched;
  const context = await browser.newContext({
    viewport: { width: Math.floor(width / zoom), height: Math.floor(height / zoom) },
    deviceScaleFactor: zoom,
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`script: ${error.message}`));
  page.on('dialog', (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('console', (message) => {
    /* A 404 that a test asks for is no complaint. */
    if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text()))
      page.complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) page.complaints.push(`asks ${request.url()}`);
  });
  await page.goto(site + path);
  return page;
}

export async function close(page) {
  await page.context().close();
}

/* Leaves a picture of the whole page. */
export async function picture(page, name) {
  await page.screenshot({ path: `${process.env.CFA_PICTURES}/${name}.png`, fullPage: true });
}

/* The rules of axe-core that look at colours: those are the same in each language, and take most of its time. */
const colourful = ['color-contrast', 'link-in-text-block'];

/*
 * What axe-core finds against WCAG 2.2 AA and its own best practices: "rule: the element". Of `colours` alone, or of all but those,
 * where that is true or false.
 */
export async function findings(page, { colours } = {}) {
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(axe);
  const rules = colours ? colourful : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const without = colours === false ? Object.fromEntries(colourful.map((rule) => [rule, { enabled: false }])) : {};
  const options = { runOnly: rules, rules: without, resultTypes: ['violations'] };
  return page.evaluate(async (options) => {
    const found = await globalThis.axe.run(document, options);
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
  }, options);
}

/*
 * What has the focus: { name, role } as who listens hears it, `text` as it is shown, the HTML, whether an outline shows it, and
 * whether it is in the window with nothing in front of it. null where nothing has the focus.
 */
export async function focused(page) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body || element === null) return null;
    const style = getComputedStyle(element);
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const { left, top, width, height } = boxes[0] ?? element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const front = document.elementFromPoint(x, y);
    return {
      html: element.outerHTML.slice(0, 160),
      text: element.textContent.trim(),
      href: element.getAttribute('href'),
      hasOutline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      isInFront: front !== null && (element.contains(front) || front.contains(element)) && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
    };
  });
  if (seen === null) return null;
  page.client ??= await page.context().newCDPSession(page);
  const { result } = await page.client.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await page.client.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
  return { ...seen, name: nodes[0].name?.value ?? '', role: nodes[0].role?.value ?? '' };
}

/* Elements that stick out of the window to the right, where nothing around them scrolls. */
export async function sticking(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) =>
      element !== null && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
