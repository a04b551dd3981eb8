/* The walk by keyboard alone that README.md describes, and each Tab stop of each page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, focused, open, site } from './browser.mjs';
import { pages } from './pages.mjs';

const MOST = 400; // Tab stops of a page

/* Whoever comes to it sees where it is and hears what it is. */
function check(stop) {
  assert.ok(stop.hasOutline, `no outline: ${stop.html}`);
  assert.ok(stop.isInFront, `out of sight: ${stop.html}`);
  assert.notEqual(stop.name, '', `no name: ${stop.html}`);
}

/* Presses Tab until what has the focus is as wanted; gives the stop, and how many it took. */
async function tabTo(page, isWanted) {
  for (let presses = 1; presses <= MOST; presses++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    assert.notEqual(stop, null, 'the page ended first');
    check(stop);
    if (isWanted(stop)) return { ...stop, presses };
  }
  assert.fail('there is no such stop');
}

/* Follows the link that has the focus. */
async function enter(page, address) {
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
}

test('the walk: from a suggestion to who cites a paragraph, and back', async () => {
  const page = await open('/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  assert.equal((await focused(page)).role, 'combobox'); // the box has the focus at once

  await page.keyboard.type('Belarus release of detained trade union');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('option').count(), 0); // and what was typed is still there
  await page.keyboard.type('i');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter'); // takes the suggestion
  assert.match(await page.getByRole('combobox').inputValue(), /^Belarus release of detained trade unioni\w+ $/);
  await enter(page, /q=Belarus/); // searches

  await page.keyboard.press('Tab');
  const skip = await focused(page);
  check(skip);
  assert.equal(skip.name, 'Skip to the text');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');

  await tabTo(page, ({ href }) => href?.includes('country=BY'));
  await enter(page, /country=BY/);
  const year = await tabTo(page, ({ href }) => /from=20\d\d&to=20\d\d/.test(href ?? ''));
  assert.match(year.name, /^20\d\d(–20\d\d)?: \d+$/); // the year, and how many there are
  await enter(page, /from=20\d\d&to=20\d\d/);

  await page.keyboard.press('j');
  const hit = await focused(page);
  check(hit);
  assert.match(hit.name, /Case\sNo\.\s2090 \(Belarus\)/);
  await page.keyboard.press('/');
  assert.equal((await focused(page)).role, 'combobox');
  await page.keyboard.press('Escape');
  await page.goto(`${site}/paragraph/394/83`);

  await tabTo(page, ({ href }) => /^\/cites\/394\/83/.test(href ?? ''));
  await enter(page, /\/cites\/394\/83/);
  await page.goBack();
  assert.match(page.url(), /\/paragraph\/394\/83$/);
  await tabTo(page, ({ href }) => /\/paragraph\/394\/83\/fr/.test(href ?? ''));
  await enter(page, /\/394\/83\/fr/);
  await page.goBack();
  await tabTo(page, ({ role, name }) => role === 'button' && name.startsWith('Copy'));
  await page.keyboard.press('Enter');
  await page.getByText('Copied').first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /394th Report, Case No\. 2090 \(Belarus\), para\. 83/);
  await page.keyboard.press('j'); // from paragraph to paragraph
  check(await focused(page));
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test('results are few stops away, without JavaScript too', async () => {
  const page = await open('/?q=strike', { script: false });
  const skip = await tabTo(page, ({ href }) => href === '#hits');
  await page.keyboard.press('Enter');
  const { presses } = await tabTo(page, ({ html }) => html.includes('/paragraph/'));
  assert.ok(skip.presses + presses <= 25, `${skip.presses} stops and ${presses}`);
  await close(page);
});

for (const [name, path] of Object.entries(pages))
  for (const width of ['results', 'paragraph'].includes(name) ? [1280, 320] : [1280])
    test(`${name} at ${width} pixels: each Tab stop is seen, named, in order, and left again`, async () => {
      const page = await open(path, { width, height: 640 });
      await page.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus(); // a page that begins in its box is walked from its top, too
        document.body.removeAttribute('tabindex');
      });
      const seen = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        if (stop === null) break;
        check(stop);
        assert.ok(seen.length < MOST, 'it does not end');
        const follows = await page.evaluate(() => {
          const [before, here] = [globalThis.before, document.activeElement];
          globalThis.before = here;
          return before === undefined || Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
        });
        if (!follows && seen[0] === stop.html) break; // round again
        assert.ok(follows, `out of order: ${stop.html}`);
        seen.push(stop.html);
      }
      assert.ok(seen.length > 5);
      assert.equal(seen[0].includes('class="skip"'), true);
      for (let i = seen.length - 1; i >= Math.max(0, seen.length - 10); i--) {
        await page.keyboard.press('Shift+Tab');
        const stop = await focused(page);
        if (stop === null) break;
        check(stop);
      }
      await close(page);
    });
