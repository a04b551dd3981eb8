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
    assert.match(await page.locator('main').innerText(), /394th Report, Case No\. 2090 \(Belarus\)/);
    await page.locator('main a[href*="/paragraph/394/"]').first().click();
    await page.waitForURL(/\/paragraph\/394\//);
    assert.match(await page.locator('h1').innerText(), /394th Report, Case No\. 2090 \(Belarus\), para/);
    await page.goBack();
    assert.equal(await page.locator('#q').inputValue(), 'Belarus release of detained trade unionists');
    await close(page);
  });

  test(`a hit leads through the history of its case to an examination and its report${how}`, async () => {
    const page = await open('/?q=Belarus+release+of+detained+trade+unionists', { script });
    await page.getByRole('link', { name: 'History of the case' }).first().click();
    await page.waitForURL(/\/case\/2090$/);
    await page.getByRole('table').getByRole('link', { name: '396th Report' }).click();
    await page.waitForURL(/#e396-30-48$/);
    await page.getByRole('link', { name: '396th Report, October 2021' }).click();
    await page.waitForURL(/\/paragraph\/396\/30\/en$/);
    await page.getByRole('link', { name: 'Contents of the 396th Report' }).click();
    await page.waitForURL(/\/report\/396$/);
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

test('nothing moves once it is there', async () => {
  const page = await open('/?q=strike');
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
  assert.equal(shift, 0);
  await close(page);
});

test('a paragraph prints with its citation', async () => {
  const page = await open('/paragraph/394/83');
  const pdf = await page.pdf({ format: 'A4' });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText(/394th Report, Case No\. 2090 \(Belarus\), para\. 83/).first().isVisible());
  assert.equal(await page.getByRole('search').first().isVisible(), false);
  await close(page);
});

test('what was searched is marked in the text, until one reads without', async () => {
  const page = await open('/?q=strike');
  await page.locator('.hits h2 a').first().click();
  await page.waitForURL(/\/paragraph\/.*q=strike/);
  assert.ok((await page.locator('.case mark').count()) > 0);
  for (const language of ['en', 'fr', 'es']) assert.ok((await page.locator(`.column [lang=${language}] mark`).count()) > 0, language);
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
