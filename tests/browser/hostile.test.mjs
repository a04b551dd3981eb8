/*
 * Nothing runs: hostile texts in what is asked, and in what is indexed, stay text in every page and in every format. The index is of
 * hostile-pages.mjs.
 *
 * Each text goes to every place there is; what comes back is parsed as a browser parses it, and nothing in it may do anything. One page
 * in so many is visited, too, so that what would run runs.
 */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { close, open, site } from './browser.mjs';
import { payloads } from './hostile.mjs';

const all = payloads();
const STEP = 70; // payloads a test

/*
 * What is wrong with an answer, as the browser reads it; runs in the page. Of a page: what it would run, load or be led away by, if a
 * text had become markup. Of XML: that it is none, or has an element that is not of its kind. Of JSON: that it is none. Of all: that a
 * browser could take it for something else.
 */
function judge({ status, headers, body, path }) {
  const type = headers['content-type'] ?? '';
  const faults = [];
  const active = (document) => {
    const address = (element) => element.getAttribute('href') ?? element.getAttribute('action');
    /* A page may lead to the page at NORMLEX that a text is from. */
    const isOurs = (text) => /^\/[\w?]/.test(text) || /^https:\/\/source\.invalid\//.test(text) || new URL(text, location).origin === location.origin;
    const away = [...document.querySelectorAll('a[href], form[action]')].filter((element) => !isOurs(address(element)));
    const strange = document.querySelectorAll(
      'script:not([src^="/script.js?v="]), style, link[rel=stylesheet]:not([href^="/style.css?v="]), iframe, object, embed, img, video, audio, base, math, template, noscript, meta[http-equiv], animate, [style], [srcdoc], [background]',
    );
    const handled = document.evaluate('//*[@*[starts-with(name(), "on")]]', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    const handlers = Array.from({ length: handled.snapshotLength }, (_, i) => handled.snapshotItem(i));
    return [...away, ...strange, ...handlers].map((element) => element.outerHTML.slice(0, 200));
  };
  if (!/^default-src 'none'; /.test(headers['content-security-policy']) || headers['x-content-type-options'] !== 'nosniff') faults.push('is not guarded');
  if (headers['set-cookie'] !== undefined) faults.push('sets a cookie');
  if (status >= 500) faults.push(`status ${status}`);
  if (type.startsWith('text/html')) {
    faults.push(...active(new DOMParser().parseFromString(body, 'text/html')));
  } else if (/\+xml;/.test(type)) {
    const xml = new DOMParser().parseFromString(body, 'application/xml');
    const isKnown = ({ namespaceURI }) => ['http://www.w3.org/2005/Atom', 'http://a9.com/-/spec/opensearch/1.1/'].includes(namespaceURI);
    if (xml.querySelector('parsererror') !== null) faults.push('is no XML');
    faults.push(...[...xml.querySelectorAll('*')].filter((element) => !isKnown(element)).map((element) => element.tagName), ...active(xml));
  } else if (/^application\/([a-z.]+\+)?json/.test(type)) {
    try {
      JSON.parse(body);
    } catch (error) {
      faults.push(`is no JSON: ${error.message}`);
    }
  } else if (!/^attachment; filename="[a-z0-9.-]+"$/.test(headers['content-disposition'])) {
    faults.push(`is shown as ${type}`);
  }
  return faults.map((fault) => `${path.slice(0, 200)}: ${fault}`);
}

/* Asks for paths in the page itself, some at a time, and judges what comes. */
async function ask(page, paths) {
  await page.evaluate(`globalThis.judge = ${judge}`);
  return page.evaluate(async (paths) => {
    const one = async (path) => {
      const response = await fetch(path);
      return globalThis.judge({ status: response.status, headers: Object.fromEntries(response.headers), body: await response.text(), path });
    };
    const found = [];
    for (let at = 0; at < paths.length; at += 8) found.push(...(await Promise.all(paths.slice(at, at + 8).map(one))).flat());
    return found;
  }, paths);
}

/* The same of a request that no page can make: its method and any headers. A server may refuse it itself. */
async function send(page, method, path, headers) {
  const answer = await new Promise((resolve, reject) => {
    const asked = request(site + path, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body, path }));
    });
    asked.on('error', reject);
    asked.end(method === 'POST' ? 'q=strike' : undefined);
  });
  await page.evaluate(`globalThis.judge = ${judge}`);
  return answer.headers['content-security-policy'] === undefined && answer.status === 400
    ? []
    : page.evaluate((answer) => globalThis.judge(answer), answer);
}

/* Every parameter, with the text as its value. */
const parameters = ['q', 'lang', 'translate', 'match', 'by', 'sort', 'n', 'page', 'country', 'type', 'status', 'section', 'convention', 'from', 'to', 'texts', 'marks', 'ui', 'format', 'other'];
const formats = ['json', 'jsonl', 'csv', 'tsv', 'bibtex', 'ris', 'csl', 'atom'];
const pages = ['/', '/paragraph/305/1', '/case/9005', '/report/305', '/cites/300/1', '/similar/305/1', '/principle/digest:2006/6', '/help', '/suggest', '/feed', '/opensearch.xml', '/health'];

/* Where a text can be put in an address. */
const places = [
  ...parameters.map((name) => (text) => `/?q=strike&${name}=${text}`),
  ...pages.map((page) => (text) => `${page}?q=${text}`),
  ...pages.filter((page) => page.length > 1).map((page) => (text) => `${page.slice(0, page.lastIndexOf('/') + 1)}${text}`),
  ...formats.map((format) => (text) => `/?q=strike+OR+${text}&n=3&format=${format}`),
  (text) => `/?q=strike&${text}=${text}`,
  (text) => `/?q=${text}&sort=${text}&ui=fr`, // 400
  (text) => `/?q=${text}&q=${text}&ui=es`,
  (text) => `/?q=${text}%`,
  (text) => `/paragraph/305/99?q=${text}`, // 404
  (text) => `/case/8005?q=${text}`,
  (text) => `/paragraph/305/1?lang=en,fr&q=${text}`,
  (text) => `/${text}?q=${text}`,
  (text) => `/?q=${text}${'a'.repeat(8192)}`, // 414
  (text) => `/feed?country=${text}&q=strike`,
  (text) => `/suggest?q=${text}&ui=${text}`,
  (text) => `/opensearch.xml?ui=${text}`,
];

/* Of a way to bring in a script every fourth way out goes to a place, of the next way the next ones. */
const addresses = (payload, i) => places.filter((_, p) => (i + Math.floor(i / 8) + p) % 4 === 0).map((place) => place(encodeURIComponent(payload)));
const typed = (payload) => payload.replaceAll('\n', '').replace(/[\r\x01]/g, '\ufffd'); // as a box of one line has it

const batches = Array.from({ length: Math.ceil(all.length / STEP) }, (_, i) => [i * STEP, all.slice(i * STEP, (i + 1) * STEP)]);
const named = (from, some) => `${from + 1} to ${from + some.length} of ${all.length}`;

test('a text that became markup would be seen', async () => {
  const page = await open('/');
  await page.evaluate(`globalThis.judge = ${judge}`);
  const headers = { 'content-security-policy': "default-src 'none'; x", 'x-content-type-options': 'nosniff' };
  const faults = (type, body) => page.evaluate((answer) => globalThis.judge(answer), { status: 200, headers: { ...headers, 'content-type': type }, body, path: '' });
  for (const way of all.filter((text) => /^<[a-z]+[\s/>]/i.test(text)))
    assert.notDeepEqual(await faults('text/html', `<p>${way}</p>`), [], way);
  assert.equal((await faults('text/html', '<p onclick=alert(1)><a href="javascript:alert(1)">x</a><a href=//porter.invalid/>y</a></p>')).length, 3);
  assert.equal((await faults('application/atom+xml;', '<feed xmlns="http://www.w3.org/2005/Atom"><x:script xmlns:x="http://www.w3.org/1999/xhtml"/></feed>')).length, 2);
  assert.equal((await faults('application/atom+xml;', '<feed xmlns="http://www.w3.org/2005/Atom"><b></feed>')).length > 0, true);
  assert.equal((await faults('application/json', '{"a":"\n"}')).length, 1);
  assert.equal((await faults('text/csv', 'a')).length, 1);
  await close(page);
});

for (const [from, some] of batches) {
  test(`what is asked stays text, wherever it is put: ${named(from, some)}`, async () => {
    const page = await open('/');
    assert.deepEqual(await ask(page, some.flatMap((payload, i) => addresses(payload, from + i))), []);
    assert.deepEqual(page.complaints, []);
    await close(page);
  });

  test(`what is asked does not run: ${named(from, some)}`, async () => {
    const page = await open('/');
    for (const [i, payload] of some.entries()) {
      const refused = i % 2 === 0 ? '' : '&sort=up';
      await page.goto(`${site}/?n=1&q=${encodeURIComponent(payload)}${refused}`);
      assert.equal(await page.locator('#q').inputValue(), typed(payload)); // and the box holds it as typed
    }
    assert.deepEqual(page.complaints, []);
    await close(page);
  });

  test(`what comes in a header stays text: ${named(from, some)}`, async () => {
    const page = await open('/');
    for (const payload of some) {
      const value = payload.replace(/[^\x20-\x7e]/g, '');
      const headers = Object.fromEntries(
        ['Accept-Language', 'If-None-Match', 'Referer', 'User-Agent', 'Cookie', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-For', 'X-Forwarded-Prefix', 'X-Original-URL'].map((name) => [name, value]),
      );
      const text = encodeURIComponent(payload);
      assert.deepEqual(await send(page, 'GET', '/?q=strike&n=1', headers), []);
      assert.deepEqual(await send(page, 'GET', '/feed?q=strike&n=1', { Host: value.replaceAll(' ', '') }), []);
      assert.deepEqual(await send(page, 'GET', '/opensearch.xml', { Host: value.replaceAll(' ', '') }), []);
      assert.deepEqual(await send(page, 'POST', `/${text}?q=${text}`, headers), []); // 405
    }
    await close(page);
  });

  test(`what is indexed stays text, on every page and in every format: ${named(from, some)}`, async () => {
    const page = await open('/');
    const paths = (i) => [`/paragraph/${300 + i}/1`, `/paragraph/${300 + i}/1?q=script&ui=fr`, `/paragraph/${300 + i}/9`, `/case/${9000 + i}`, `/case/${8000 + i}`,
      `/report/${300 + i}`, `/cites/${300 + i}/1`, `/similar/${300 + i}/1?n=2`, `/principle/digest:2006/${1 + i}`, `/feed?q=report:${300 + i}`, `/?q=report:${300 + i}`,
      ...formats.filter((_, f) => (i + Math.floor(i / 8) + f) % 2 === 0).map((format) => `/?q=report:${300 + i}&by=paragraph&format=${format}`)];
    assert.deepEqual(await ask(page, some.flatMap((_, i) => paths(from + i))), []);
    for (const [i, payload] of some.entries()) {
      if (i % 14 !== 0) continue;
      for (const path of paths(from + i).slice(0, 5)) await page.goto(site + path);
      await page.goto(`${site}/paragraph/${300 + from + i}/1`);
      if (/^[\x21-\x7e]+$/.test(payload)) assert.ok((await page.locator('.chosen .body').innerText()).includes(payload), payload);
    }
    assert.deepEqual(page.complaints, []);
    await close(page);
  });
}

test('what is typed is suggested as text', async () => {
  const page = await open('/');
  for (const payload of all.filter((_, i) => i % 7 === 0)) {
    await page.locator('#q').fill(payload);
    await page.waitForTimeout(150); // longer than the script waits for another key
  }
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('no cell of a sheet is a formula, and no line of another format is one that a text made', async () => {
  const text = async (format) => (await fetch(`${site}/?q=strike+OR+alert&by=paragraph&n=1000&format=${format}`)).text();
  const tsv = (await text('tsv')).replace(/^\ufeff/, '').split(/\r?\n/);
  assert.deepEqual(tsv.flatMap((row) => row.split('\t')).filter((cell) => /^[=+@-]/.test(cell)), []);
  assert.deepEqual((await text('csv')).split(/(?:,|\r\n|^\ufeff)"?(?=[=+@-])/).slice(1), []);
  const ris = async (path) => {
    const lines = (await (await fetch(site + path)).text()).split('\r\n');
    assert.deepEqual(lines.filter((line) => line !== '' && !/^[A-Z][A-Z0-9]  - [^\n]*$/.test(line)), [], path);
    assert.equal(lines.filter((line) => line.startsWith('TY  - ')).length, lines.filter((line) => line === 'ER  - ').length, path);
  };
  await ris('/?q=strike+OR+alert&by=paragraph&n=1000&format=ris');
  for (let i = 0; i < all.length; i += 10) await ris(`/paragraph/${300 + i}/2?format=ris`); // as long as it is, with its lines
  for (const line of (await text('jsonl')).trimEnd().split('\n')) JSON.parse(line);
});
