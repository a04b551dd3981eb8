/* Nothing runs: hostile texts in what is asked, and in what is indexed, stay text on every page. The index is of hostile-pages.mjs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open, site } from './browser.mjs';
import { payloads } from './hostile.mjs';

const all = payloads();

/* What a browser would run, load or be led away by, if a text had become markup. */
function active() {
  const away = [...document.querySelectorAll('a[href], form[action], base[href]')].filter(
    (element) => new URL(element.getAttribute('href') ?? element.getAttribute('action'), location).origin !== location.origin,
  );
  const strange = document.querySelectorAll(
    'script:not([src^="/script.js"]), style, link[rel=stylesheet]:not([href^="/style.css"]), iframe, object, embed, img, video, base, math, template, meta[http-equiv], [style]',
  );
  const handlers = [...document.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')));
  return [...away, ...strange, ...handlers].map((element) => element.outerHTML.slice(0, 200));
}

/* Pages have links to the page at NORMLEX that a text is from: those alone lead elsewhere. */
async function visit(page, path) {
  await page.goto(site + path);
  assert.deepEqual(await page.evaluate(active), [], path);
}

/* Where a text can be put in a request. */
const places = [
  (text) => `/?q=${text}`,
  (text) => `/?q=strike+OR+${text}&by=paragraph&lang=fr`,
  (text) => `/?q=strike&country=${text}`,
  (text) => `/?q=strike&sort=${text}`,
  (text) => `/?${text}=${text}&q=strike`,
  (text) => `/?q=strike&from=${text}&ui=fr`,
  (text) => `/paragraph/${text}`,
  (text) => `/paragraph/300/1?lang=en,fr&q=${text}`,
  (text) => `/case/${text}`,
  (text) => `/report/${text}`,
  (text) => `/${text}?q=${text}`,
];

test('a text that became markup would be seen', async () => {
  const page = await open('/');
  await page.setContent('<p onclick=alert(1)><a href="javascript:alert(1)">x</a><img src=x></p>');
  assert.equal((await page.evaluate(active)).length, 3);
  await close(page);
});

for (let from = 0; from < all.length; from += 70) {
  test(`what is asked stays text: ${from + 1} to ${Math.min(from + 70, all.length)} of ${all.length}`, async () => {
    const page = await open('/');
    for (const [i, payload] of all.slice(from, from + 70).entries()) {
      const text = encodeURIComponent(payload);
      await visit(page, places[0](text));
      if (i % 5 === 0) assert.equal(await page.locator('#q').inputValue(), payload.replace(/[\r\n]/g, '')); // and the box holds it as typed
      await visit(page, places[1 + (i % (places.length - 1))](text));
    }
    assert.deepEqual(page.complaints, []);
    await close(page);
  });
}

test('what is indexed stays text, wherever it is shown', async () => {
  const page = await open('/');
  const count = Math.ceil(all.length / 40);
  for (const path of ['/?q=strike&by=paragraph&n=100', '/?q=strike&by=paragraph&n=100&page=2', '/?q=strike&by=paragraph&n=100&page=3', '/?q=strike&n=100'])
    await visit(page, path);
  assert.ok((await page.locator('.hits > li').count()) >= count);
  assert.match(await page.locator('main').innerText(), /<script>alert\(1\)<\/script>/);
  for (let i = 0; i < count; i++) for (const path of [`/paragraph/${300 + i}/${1 + i}`, `/case/${9300 + i}`, `/report/${300 + i}`]) await visit(page, path);
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('what is typed is suggested as text', async () => {
  const page = await open('/');
  for (const payload of all.filter((_, i) => i % 7 === 0)) {
    await page.locator('#q').fill(payload);
    await page.evaluate((text) => fetch(`/suggest?q=${encodeURIComponent(text)}`).then((response) => response.json()), payload);
  }
  assert.deepEqual(await page.evaluate(active), []);
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('answers that are no pages are not taken for pages', async () => {
  const page = await open('/');
  for (const payload of all.filter((_, i) => i % 11 === 0))
    for (const path of ['/?format=json&q=', '/suggest?q=']) {
      await page.goto(site + path + encodeURIComponent(payload));
      assert.equal(await page.evaluate(() => document.querySelectorAll('script, img, svg, iframe').length), 0, path + payload);
    }
  assert.deepEqual(page.complaints, []);
  await close(page);
});
