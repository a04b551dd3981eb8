/* What JavaScript adds: suggestions, keys, a button that copies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, findings, open, picture, site } from './browser.mjs';

async function type(page, text) {
  const box = page.getByRole('combobox');
  await box.fill(text); // at once, so that it is asked once
  await page.getByRole('option').first().waitFor();
  return box;
}

test('words are suggested while one types, and told to who hears the page', async () => {
  const page = await open('/');
  const box = await type(page, 'dismissal of stri');
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const option = page.locator(`#${await box.getAttribute('aria-activedescendant')}`);
  assert.equal(await option.getAttribute('aria-selected'), 'true');
  assert.deepEqual(await findings(page), []);
  await picture(page, 'suggestions');
  await page.keyboard.press('Enter');
  assert.match(await box.inputValue(), /^dismissal of strik\w+ $/);
  assert.equal(page.url(), `${site}/`); // the question goes on
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('words are suggested over a slow line, too', async () => {
  const page = await open('/');
  await page.route('**/suggest?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue().catch(() => {}); // what was asked for before may not be wanted any more
  });
  await page.getByRole('combobox').pressSequentially('stri', { delay: 250 }); // each letter is asked for while the one before is on its way
  await page.getByRole('option', { name: /^strike / }).waitFor({ timeout: 5000 });
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('what comes late does not take away what one is choosing', async () => {
  const page = await open('/');
  await type(page, 'stri');
  let release;
  await page.route('**/suggest?*', async (route) => {
    await new Promise((resolve) => (release = resolve));
    await route.continue().catch(() => {}); // nobody wants it any more
  });
  await page.keyboard.type('k');
  while (release === undefined) await page.waitForTimeout(10); // it is asked for
  await page.keyboard.press('ArrowDown');
  release();
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  assert.deepEqual(page.complaints, []);
  await close(page);
});

for (const [language, typed, chosen] of [
  ['en', 'case 20', 'case:2090'],
  ['fr', 'grève cas 20', 'grève cas:2090'],
  ['es', 'belar', 'país:Belarús'],
])
  test(`a case or a country that is chosen is looked for: ${chosen}`, async () => {
    const page = await open(`/?ui=${language}`);
    await type(page, typed);
    await page.getByRole('option', { name: chosen }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === chosen);
    await close(page);
  });

test('Escape closes what is suggested and keeps what was typed', async () => {
  const page = await open('/');
  const box = await type(page, 'stri');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('option').count(), 0);
  assert.equal(await box.inputValue(), 'stri');
  await close(page);
});

test('Enter without a choice searches for what was typed', async () => {
  const page = await open('/');
  await type(page, 'stri');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=stri$|q=stri&/);
  await close(page);
});

test('a suggestion that is markup stays text', async () => {
  const page = await open('/');
  await page.route('**/suggest?*', (route) =>
    route.fulfill({ json: ['x', ['<img src=x onerror=alert(1)>'], ['<script>alert(1)</script>'], ['javascript:alert(1)']] }),
  );
  await type(page, 'x');
  assert.equal(await page.locator('.suggestions img, .suggestions script').count(), 0);
  assert.match(await page.getByRole('option').first().innerText(), /<img src=x onerror=alert\(1\)>/);
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('a form works on when nothing can be suggested', async () => {
  const page = await open('/');
  await page.route('**/suggest?*', (route) => route.fulfill({ status: 503, body: 'no' }));
  await page.getByRole('combobox').fill('strike');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=strike/);
  await close(page);
});

test('"/" goes to the box, "j" and "k" from hit to hit', async () => {
  const page = await open('/?q=strike');
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const hits = await page.locator('.hits > li h2 a').allTextContents();
  await page.keyboard.press('j');
  assert.equal(await focused(), hits[0]);
  await page.keyboard.press('j');
  assert.equal(await focused(), hits[1]);
  await page.keyboard.press('k');
  assert.equal(await focused(), hits[0]);
  await page.keyboard.press('k');
  assert.equal(await focused(), hits[0]);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('j'); // in the box a letter is a letter
  assert.match(await page.getByRole('combobox').inputValue(), /j/);
  await close(page);
});

test('in a text "j" and "k" go from one marked paragraph to the next, in columns too, and never out of sight', async () => {
  for (const languages of ['en', 'en,fr,es']) {
    const page = await open(`/paragraph/394/83/en?lang=${languages}&q=strike`);
    const marked = await page.locator('.case .hung:has(mark) .number').allTextContents();
    assert.ok(marked.length > 1);
    const focused = () =>
      page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return { text: document.activeElement.textContent, isSeen: top >= 0 && bottom <= window.innerHeight * 0.7 };
      });
    for (const expected of [marked[0], marked[1]]) {
      await page.keyboard.press('j');
      assert.deepEqual(await focused(), { text: expected, isSeen: true });
    }
    await page.keyboard.press('k');
    assert.deepEqual(await focused(), { text: marked[0], isSeen: true });
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    await close(page);
  }
});

test('"j" goes on from the paragraph that the address names', async () => {
  const page = await open('/paragraph/394/83/en?q=strike#p90');
  const marked = await page.locator('.case .hung:has(mark) .number').allTextContents();
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), marked.find((number) => Number(number) >= 90));
  await close(page);
});

test('a button copies the citation', async () => {
  const page = await open('/paragraph/394/83');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Copy citation: 394th Report/ }).first().click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '394th Report, Case No. 2090 (Belarus), para. 83');
  assert.equal(await page.getByRole('status').first().innerText(), 'Copied');
  await close(page);
});

test('what JavaScript alone does is explained where there is JavaScript', async () => {
  for (const script of [true, false]) {
    const page = await open('/help', { script });
    for (const told of [page.locator('kbd').first(), page.getByText('on the clipboard')]) assert.equal(await told.isVisible(), script);
    await close(page);
  }
});
