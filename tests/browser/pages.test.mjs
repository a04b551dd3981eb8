/* Each page, in each language, light and dark, wide and narrow: nobody is left out, and nothing is asked of another host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, findings, open, picture, sticking } from './browser.mjs';
import { pages } from './pages.mjs';

for (const [name, path] of Object.entries(pages)) {
  for (const language of ['en', 'fr', 'es']) {
    test(`${name} in ${language}: a page for everybody`, async () => {
      const page = await open(path, { language });
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.deepEqual(await findings(page, language === 'en' ? {} : { colours: false }), []);
      assert.deepEqual(page.complaints, []);
      await picture(page, `${name}-${language}`);
      await close(page);
    });
  }
  test(`${name} at 320 pixels, at 200% and where columns begin does not scroll sideways, and in the dark can be read`, async () => {
    const page = await open(path, { width: 320, height: 640, language: 'es' }); // the language of the longest words
    assert.deepEqual(await sticking(page), []);
    assert.deepEqual(await findings(page), []);
    await picture(page, `${name}-narrow`);
    await page.setViewportSize({ width: 640, height: 450 }); // what 1280 by 900 are at 200%
    assert.deepEqual(await sticking(page), []);
    await page.setViewportSize({ width: 720, height: 900 });
    assert.deepEqual(await sticking(page), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.deepEqual(await findings(page, { colours: true }), []);
    await picture(page, `${name}-dark`);
    await close(page);
  });
}

/* searcher/web/page.png is this picture, with fewer colours: pngquant --speed 1 32 pictures/readme.png */
test('the page stands in the README as it is', async () => {
  const page = await open('/?q=dismissal+of+strikers+in+essential+services', { width: 1100, height: 800 });
  await page.screenshot({ path: `${process.env.CFA_PICTURES}/readme.png` });
  await close(page);
});
