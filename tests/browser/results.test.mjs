/* The page of results: what narrows a search beside the hits or in one line above them, and what a search says that it did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, findings, open, picture, sticking } from './browser.mjs';

const question = '/?q=dismissal+of+strikers+in+essential+services';
const narrow = { width: 390, height: 844 };
const country = (page) => page.locator('.facets').getByRole('link', { name: 'Belarus' });
const line = (page) => page.locator('.facets > details > summary');

for (const script of [true, false]) {
  const how = script ? '' : ' without JavaScript';

  test(`on a wide screen the filters stand beside the hits${how}`, async () => {
    const page = await open(question, { script });
    const found = await page.locator('.principles').boundingBox();
    const facets = await page.locator('.facets').boundingBox();
    assert.ok(facets.x >= found.x + found.width && Math.abs(facets.y - found.y) < 60);
    assert.equal(await line(page).isVisible(), false);
    assert.ok(await country(page).isVisible());
    await country(page).click();
    await page.waitForURL(/country=BY/);
    await close(page);
  });

  test(`on a narrow one they are one line above the hits, which unfolds by the keyboard${how}`, async () => {
    const page = await open(question, { ...narrow, script });
    const summary = await line(page).boundingBox();
    assert.ok(summary.y < (await page.locator('.hits').boundingBox()).y);
    assert.ok(summary.height >= 24 && summary.height < 32, `${summary.height} pixels`);
    assert.equal(await country(page).isVisible(), false);
    await line(page).focus();
    await page.keyboard.press('Enter');
    assert.ok(await country(page).isVisible());
    await country(page).click();
    await page.waitForURL(/country=BY/);
    await close(page);
  });
}

test('unfolded they leave nobody out and fit', async () => {
  for (const look of [narrow, { width: 320, height: 640, dark: true }]) {
    const page = await open(question, look);
    await line(page).click();
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(await sticking(page), []);
    await picture(page, `unfolded-${look.width}`);
    await close(page);
  }
});

test('folded they are not in the way of the keyboard', async () => {
  const page = await open(question, narrow);
  await line(page).focus();
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.closest('.hits')?.tagName ?? ''), /^OL$/);
  await close(page);
});

test('beside the hits they are passed by one key', async () => {
  const page = await open(question);
  await page.getByRole('link', { name: 'Skip to the results' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.closest('h2')?.innerText ?? ''), /Report, Case\sNo\./);
  await close(page);
});

test('on a telephone a text has the whole line, with its number in it', async () => {
  for (const path of [question, '/paragraph/394/84']) {
    const page = await open(path, { width: 320, height: 640 });
    const text = await page.locator('.hung .body').first().boundingBox();
    assert.ok(text.width >= (await page.locator('main').boundingBox()).width - 1, `${path}: ${text.width} pixels`);
    await close(page);
  }
});

test('on a telephone the box has room for two words beside its button', async () => {
  for (const path of ['/', question]) {
    const page = await open(path, { width: 320, height: 640, language: 'fr' });
    const room = await page.locator('#q').evaluate((box) => box.clientWidth - 2 * parseFloat(getComputedStyle(box).paddingLeft));
    assert.ok(room >= 140, `${path}: ${room} pixels`);
    await close(page);
  }
});

test('years are wide enough for a finger, say their numbers and lead to fewer years', async () => {
  for (const look of [{ width: 1280 }, { width: 1000 }, narrow, { width: 320, height: 640 }]) {
    const page = await open('/?q=strike', look);
    if (look.width < 1000) await line(page).click();
    const years = page.locator('.years a');
    assert.ok((await years.count()) > 1);
    for (const box of await years.locator('rect').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())))
      assert.ok(box.width >= 24 && box.height >= 24, `${box.width} by ${box.height} at ${look.width}`);
    await close(page);
  }
  const page = await open('/?q=strike');
  const last = page.getByRole('link', { name: /^2020–2023: \d+$/ });
  await last.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2020&to=2023/);
  assert.match(await page.locator('.filter').innerText(), /2020–2023/);
  await page.getByRole('link', { name: /^2021: \d+$/ }).click();
  await page.waitForURL(/from=2021&to=2021/);
  await page.locator('.filter').click();
  await page.waitForURL((url) => !url.search.includes('from'));
  await close(page);
});

test('what was searched beside what was typed is said in its language, and undone by a click', async () => {
  const page = await open(`${question}&lang=fr`);
  assert.deepEqual(await findings(page), []);
  assert.ok((await page.locator('.note i[lang=fr]').count()) > 1);
  await page.getByRole('link', { name: 'only as typed' }).click();
  await page.waitForURL(/translate=off/);
  await page.getByRole('link', { name: 'in other languages, too' }).click();
  await page.waitForURL((url) => !url.search.includes('translate'));
  await close(page);
});

test('the head of a page is a few lines, and no line is longer than the text', async () => {
  for (const language of ['en', 'fr', 'es']) {
    const page = await open(question, { language });
    assert.ok((await page.locator('.note').count()) <= 2);
    const text = await page.locator('.hits').boundingBox();
    const principles = await page.locator('.principles').boundingBox();
    assert.ok(principles.width <= text.width + 1);
    await close(page);
  }
});

for (const script of [true, false])
  test(`of the principles a telephone shows the first, a wide screen all${script ? '' : ', without JavaScript, too'}`, async () => {
    const principles = (page) => page.locator('.principles li');
    const small = await open('/?q=strike', { ...narrow, script });
    assert.equal(await principles(small).count(), 3);
    assert.equal(await principles(small).filter({ visible: true }).count(), 1);
    assert.ok((await small.locator('.hits h2').first().boundingBox()).y < narrow.height, 'the first hit is seen, too');
    await small.locator('.principles summary').click();
    assert.equal(await principles(small).filter({ visible: true }).count(), 3);
    const wide = await open('/?q=strike', { script });
    assert.equal(await principles(wide).filter({ visible: true }).count(), 3);
    assert.equal(await wide.locator('.principles summary').isVisible(), false);
    for (const page of [small, wide]) await close(page);
  });

test('a later page of results begins with its hits', async () => {
  const page = await open('/?q=strike&page=2');
  assert.equal(await page.locator('.principles').count(), 0);
  await close(page);
});

test('a hit leads to who cites it', async () => {
  const page = await open('/?q=strike');
  const link = page.locator('.hits').getByRole('link', { name: /^Cited by \d+ paragraph/ }).first();
  const count = (await link.innerText()).match(/\d+/)[0];
  await link.click();
  await page.waitForURL(/\/cites\//);
  assert.ok((await page.locator('h1').innerText()).startsWith(`${count} paragraph`));
  await close(page);
});
