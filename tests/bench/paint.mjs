/* For paint: loads pages of a site and prints when each was painted first, when its largest part was, and how far anything moved. */
import { chromium } from 'playwright-core';

const [site, loads] = [process.argv[2], Number(process.argv[3])];
const pages = {
  'the empty page': '/',
  'a page of results': '/?q=dismissal+of+strikers+in+essential+services',
  'a paragraph': '/paragraph/394/83',
};

/* Each time a new profile: nothing is kept from the load before. */
async function load(browser, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'load' });
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const found = { first: 0, largest: 0, moved: 0 };
        const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
        watch('paint', (entry) => (found.first = entry.name === 'first-paint' ? entry.startTime : found.first));
        watch('largest-contentful-paint', (entry) => (found.largest = entry.startTime));
        watch('layout-shift', (entry) => (found.moved += entry.value));
        setTimeout(() => resolve(found), 300);
      }),
  );
  await context.close();
  return seen;
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await chromium.launch({ executablePath: process.env.CFA_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const found = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
for (let i = 0; i <= loads; i++)
  for (const [name, path] of Object.entries(pages)) {
    const seen = await load(browser, path);
    if (i > 0) found[name].push(seen); // the first load of all warms the index and the browser
  }
await browser.close();

console.log('| page | first paint | worst | largest part | layout shift |\n| --- | --- | --- | --- | --- |');
for (const [name, all] of Object.entries(found)) {
  const first = all.map((one) => one.first);
  const worst = Math.max(...first).toFixed(0);
  const largest = middle(all.map((one) => one.largest)).toFixed(0);
  console.log(`| ${name} | ${middle(first).toFixed(0)} | ${worst} | ${largest} | ${Math.max(...all.map((one) => one.moved))} |`);
}
