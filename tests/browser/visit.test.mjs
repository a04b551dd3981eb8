/* A visit: search, filter, read, switch the language, go back, print. With JavaScript and without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, findings, open, picture, site } from './browser.mjs';

for (const script of [true, false]) {
  const how = script ? '' : ' without JavaScript';

  test(`a search ends at the paragraph${how}`, async () => {
    const page = await open('/', { script });
    await page.locator('#q').fill('Belarus release of detained trade unionists');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Belarus/);
    assert.match(await page.locator('main').innerText(), /394th Report, Case\sNo\.\s2090 \(Belarus\)/);
    await page.locator('main a[href*="/paragraph/394/"]').first().click();
    await page.waitForURL(/\/paragraph\/394\//);
    assert.match(await page.locator('h1').innerText(), /394th Report, Case\sNo\.\s2090 \(Belarus\), para/);
    await page.goBack();
    assert.equal(await page.locator('#q').inputValue(), 'Belarus release of detained trade unionists');
    await close(page);
  });

  test(`a hit leads through the history of its case to an examination and its report${how}`, async () => {
    const page = await open('/?q=Belarus+release+of+detained+trade+unionists', { script });
    await page.getByRole('link', { name: 'History of Case No. 2090' }).first().click();
    await page.waitForURL(/\/case\/2090\?q=/);
    await page.getByRole('table').getByRole('link', { name: '396th Report' }).click();
    await page.waitForURL(/#e396-30-48$/);
    await page.getByRole('link', { name: '396th Report, October 2021' }).click();
    await page.waitForURL(/\/paragraph\/396\/30\/en\?q=/);
    await page.getByRole('link', { name: 'Contents of the 396th Report' }).click();
    await page.waitForURL(/\/report\/396\?q=/);
    assert.equal(await page.locator('h1').innerText(), '396th Report');
    await close(page);
  });

  test(`a point of the timeline leads to its examination${how}`, async () => {
    const page = await open('/case/2090', { script });
    await page.getByRole('link', { name: 'Interim report, June 2001' }).click();
    await page.waitForURL(/#e325-111-130$/);
    assert.ok(await page.getByText('invites the Governing Body').first().isVisible());
    await close(page);
  });

  test(`the language of the page is switched in place${how}`, async () => {
    const page = await open('/?q=strike&country=BY', { script });
    await page.getByLabel('Language of this page').getByRole('link', { name: 'Français' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.match(page.url(), /country=BY/);
    assert.equal(await page.locator('#q').inputValue(), 'strike');
    await close(page);
  });
}

test('the address holds the whole state: it opens the same page elsewhere', async () => {
  const first = await open('/?q=strike&section=conclusions&by=paragraph&sort=newest&from=2000&page=2');
  const other = await open(first.url().slice(site.length));
  assert.equal(await other.locator('main').innerText(), await first.locator('main').innerText());
  await close(first);
  await close(other);
});

for (const path of ['/?q=strike', '/paragraph/394/83', '/principle/digest:2006/581'])
  test(`nothing of ${path} moves once it is there, on a slow computer either`, async () => {
    const page = await open('/');
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    await page.goto(site + path);
    const shift = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({
            type: 'layout-shift',
            buffered: true,
          });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    assert.ok(shift < 0.01, `${shift}`);
    await close(page);
  });

/* Where the cells of a row stand, from left to right or from top to bottom. */
const cells = (page, row) => page.locator(`${row} > div`).evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON()));

for (const [languages, width] of [['en,fr', 1280], ['en,fr', 720], ['en,fr,es', 1280], ['en,fr,es', 1000]]) {
  test(`${languages} stand side by side and in step in ${width} pixels`, async () => {
    const page = await open(`/paragraph/394/83/en?lang=${languages}`, { width });
    for (const row of ['#p70', '#p83', '#p95']) {
      const places = await cells(page, row);
      assert.equal(places.length, languages.split(',').length);
      assert.equal(new Set(places.map((place) => place.top)).size, 1, row);
      assert.equal(new Set(places.map((place) => Math.round(place.width))).size, 1, row);
      for (let i = 1; i < places.length; i++) assert.ok(places[i].left >= places[i - 1].right, row);
    }
    await close(page);
  });
}

for (const [languages, width] of [['en,fr', 719], ['en,fr,es', 999], ['en,fr,es', 390]]) {
  test(`${languages} stand one below the other, each with its name, in ${width} pixels`, async () => {
    const page = await open(`/paragraph/394/83/en?lang=${languages}`, { width });
    const places = await cells(page, '#p83');
    for (let i = 1; i < places.length; i++) assert.ok(places[i].top >= places[i - 1].bottom);
    const names = page.locator('#p83 .language');
    assert.deepEqual(await names.allInnerTexts(), ['English', 'Français', 'Español'].slice(0, places.length));
    await picture(page, `columns-${languages}-${width}`);
    await close(page);
  });
}

test('a language is set beside the text, taken away again, and stays while one reads on', async () => {
  const page = await open('/paragraph/394/83/en');
  const beside = page.getByRole('group', { name: 'Side by side' });
  await beside.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL(/lang=en,es#case$/);
  assert.ok(await page.locator('#p83 [lang=es]').first().isVisible());
  await page.getByRole('link', { name: 'Next: paragraph 84' }).click();
  await page.waitForURL(/394\/84\/en\?lang=en,es$/);
  await page.getByLabel('Language of this page').getByRole('link', { name: 'Français' }).click();
  await page.getByRole('link', { name: 'Sans English' }).click();
  await page.waitForURL(/lang=es#case$/);
  assert.deepEqual(await page.locator('.case .body').evaluateAll((all) => [...new Set(all.map((one) => one.lang))]), ['es']);
  await close(page);
});

test('one goes back to the results as they were', async () => {
  const page = await open('/?q=strike&country=BY&sort=newest&lang=en,es');
  await page.locator('.hits h2 a').first().click();
  await page.waitForURL(/\/paragraph\//);
  await page.getByRole('link', { name: 'Français' }).last().click();
  await page.waitForURL(/lang=en,fr#case$/);
  await page.getByRole('link', { name: 'History of Case No. 2090' }).click();
  await page.waitForURL(/\/case\//);
  await page.getByRole('link', { name: 'Back to the results' }).click();
  await page.waitForURL(`${site}/?q=strike&sort=newest&country=BY&lang=en,es`);
  await close(page);
});

test('hits print one below the other, and no page ends half empty', async () => {
  const page = await open('/?q=hospital+strike');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g).length;
  assert.ok(sheets <= 5, `${sheets} sheets`);
  await close(page);
});

test('on paper nothing is folded', async () => {
  const page = await open('/?q=strike', { width: 680 });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.principles li').filter({ visible: true }).count(), 3);
  assert.equal(await page.locator('summary').filter({ visible: true }).count(), 0);
  await close(page);
});

test('a paragraph prints with its citation', async () => {
  const page = await open('/paragraph/394/83');
  const pdf = await page.pdf({ format: 'A4' });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText(/394th Report, Case\sNo\.\s2090 \(Belarus\), para\.\s83/).first().isVisible());
  assert.equal(await page.getByRole('search').first().isVisible(), false);
  await close(page);
});

test('on paper three columns are three, each with citation and address, without what one clicks', async () => {
  const page = await open('/paragraph/394/83/en?lang=en,fr,es&q=strike', { width: 680 });
  assert.ok((await page.pdf({ format: 'A4' })).length > 0);
  await page.emulateMedia({ media: 'print' });
  for (const row of ['.titles', '#p83']) assert.equal(new Set((await cells(page, row)).map((place) => place.top)).size, 1);
  for (const language of ['en', 'fr', 'es']) {
    assert.ok(await page.getByText(`${site}/paragraph/394/83/${language}`, { exact: true }).isVisible());
    assert.ok(await page.getByText(`${site}/paragraph/394/70-95/${language}`, { exact: true }).isVisible());
  }
  for (const gone of ['form', '.controls', '.copy', '.cite a', '.back', '.marking', '.leads', 'nav'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  await picture(page, 'columns-printed');
  await close(page);
});

test('what was searched is marked in the text, until one reads without', async () => {
  const page = await open('/?q=strike');
  await page.locator('.hits h2 a').first().click();
  await page.waitForURL(/\/paragraph\/.*q=strike/);
  assert.ok((await page.locator('.case mark').count()) > 0);
  const marked = await page.locator('.column mark').evaluateAll((all) => [...new Set(all.map((one) => one.closest('[lang]').lang))]);
  assert.deepEqual(marked.sort(), ['en', 'es', 'fr']);
  assert.deepEqual(await findings(page), []);
  const text = await page.locator('.case').innerText();
  await picture(page, 'marked');
  await page.keyboard.press('j');
  assert.match(await page.evaluate(() => document.activeElement.closest('.hung').innerHTML), /<mark>/);
  await page.getByRole('link', { name: 'Read without marks' }).click();
  assert.equal(await page.locator('mark').count(), 0);
  assert.equal(await page.locator('.case').innerText(), text);
  await close(page);
});
