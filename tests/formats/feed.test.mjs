// A feed reader hears of each report once, whatever happens to the index.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';

import FeedParser from 'feedparser';

import { Collection } from './collection.mjs';

async function read(xml) {
  const parser = new FeedParser({ feedurl: 'http://search.example/feed' });
  const entries = [];
  parser.on('data', (entry) => entries.push(entry));
  const ended = new Promise((resolve, reject) => { parser.on('end', resolve); parser.on('error', reject); });
  Readable.from([xml]).pipe(parser);
  await ended;
  return { meta: parser.meta, entries };
}

/** A reader that remembers what it has shown, and what is new to it. */
class Subscriber {
  shown = new Map();

  async look(xml) {
    const { entries } = await read(xml);
    const fresh = entries.filter((entry) => !this.shown.has(entry.guid) || this.shown.get(entry.guid) !== entry.date.toISOString());
    fresh.forEach((entry) => this.shown.set(entry.guid, entry.date.toISOString()));
    return fresh.map((entry) => entry.title);
  }
}

const porters = (report, number, extra = {}) => ({ report, number, country: 'Ruritania', texts: ['The porters of the station.', 'The porters were dismissed.'], ...extra });

test('a new report shows up once, and an old one never again', async (t) => {
  const collection = new Collection([porters(380, 9801), porters(381, 9802, { year: 2017 }), porters(381, 9803, { year: 2017, first: 30 })]);
  t.after(() => collection.remove());
  const subscriber = new Subscriber();
  assert.deepEqual(await subscriber.look(collection.get('/feed', 'q=porters')), [
    '381st Report, Case No. 9802 (Ruritania), paras 10–11', '381st Report, Case No. 9803 (Ruritania), paras 30–31',
    '380th Report, Case No. 9801 (Ruritania), paras 10–11']);
  collection.add(porters(382, 9804, { year: 2018 }));
  collection.run('update');
  assert.deepEqual(await subscriber.look(collection.get('/feed', 'q=porters')), ['382nd Report, Case No. 9804 (Ruritania), paras 10–11']);
  collection.run('build');
  assert.deepEqual(await subscriber.look(collection.get('/feed', 'q=porters')), []);
  collection.add(porters(382, 9804, { year: 2018, lang: 'fr', country: 'Ruritanie', texts: ['Les porteurs de la gare.', 'Les porteurs licenciés.'] }));
  collection.run('update');
  for (const query of ['q=porters', 'q=porters&ui=fr', 'q=porters&lang=fr', 'q=porters&n=1'])
    assert.deepEqual(await subscriber.look(collection.get('/feed', query)), [], query);
});

test('the newest stay in a feed that has no room for all', async (t) => {
  const numbers = Array.from({ length: 12 }, (_, i) => 9801 + i);
  const collection = new Collection(numbers.map((number, i) => porters(380, number, { first: 10 + 10 * i })));
  t.after(() => collection.remove());
  const subscriber = new Subscriber();
  assert.equal((await subscriber.look(collection.get('/feed', 'q=porters&n=5'))).length, 5);
  // More of the same words in a text changes its relevance, and not its place.
  collection.add(porters(379, 9900, { year: 2015, texts: Array(30).fill('porters porters porters porters') }));
  collection.run('build');
  assert.deepEqual(await subscriber.look(collection.get('/feed', 'q=porters&n=5')), []);
});

test('a feed reads as it is', async (t) => {
  const collection = new Collection([porters(380, 9801, { country: 'Rock & "Roll" ]]>' })]);
  t.after(() => collection.remove());
  const feed = await read(collection.get('/feed', 'q=porters'));
  assert.deepEqual([feed.meta['#version'], feed.meta['#type'], feed.meta.title], ['1.0', 'atom', 'porters – Decisions on freedom of association']);
  assert.deepEqual([feed.meta.link, feed.meta.xmlurl], ['http://search.example/?q=porters', 'http://search.example/feed?q=porters']);
  const [first] = feed.entries;
  assert.deepEqual([first.title, first.link, first.date.toISOString(), first.author],
    ['380th Report, Case No. 9801 (Rock & "Roll" ]]>), paras 10–11', 'http://search.example/paragraph/380/10/en', '2016-03-01T00:00:00.000Z',
      'ILO Committee on Freedom of Association']);
  assert.match(first.summary, /porters/);
  assert.match(first.guid, /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('a feed without an entry is a feed', async (t) => {
  const collection = new Collection([porters(380, 9801)]);
  t.after(() => collection.remove());
  const { meta, entries } = await read(collection.get('/feed', 'q=zzzqx'));
  assert.deepEqual([meta['#version'], entries], ['1.0', []]);
});
