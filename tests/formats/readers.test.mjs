// What is taken away comes out of its readers as it went in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import CSL from 'citeproc';
import { parse as parseCsv } from 'csv-parse/sync';

import { Collection } from './collection.mjs';

// Names and texts with all that is special to one format or another.
const countries = ['Ruritania', 'Côte d’Ivoire', 'Rock & {Roll} $5 100% #1_a^b~c\\d', 'The "Free" <Port>', 'Ruritania, Lower; @home', 'Łódź ñandú Ωmega 中国'];
const texts = [
  'The porters wrote {braces, 100% & $5 #1 under_score ~tilde ^caret \\backslash |bar} "quoted" <b>bold</b> \'single\'.',
  '=HYPERLINK("http://evil.example","click") said the porters.',
  'TY  - JOUR is no field, nor is ER  - in a line of the porters.',
  '<script>alert(1)</script> porters @misc{x, title={y}} }',
];

let collection;
let all; // every paragraph, as JSON

before(() => {
  collection = new Collection([
    ...countries.map((country, i) => ({ report: 377, number: 9801 + i, country, first: 10 + 10 * i, texts })),
    { report: 377, number: 9801, country: 'Ruritanie', lang: 'fr', texts: texts.map(() => 'Les porteurs écrivent : « grève à l’île d’Yeu ».') },
    ...Array.from({ length: 200 }, (_, i) => ({ report: 300, number: 9000 + i, country: 'Gondal', first: 1 + 2 * i, year: 1996, texts: ['The porters are many.'] })),
  ]);
  all = collection.json('--limit=1000', '--by=paragraph', 'porters').hits;
  assert.ok(all.length >= 200 + countries.length * texts.length);
});
after(() => collection.remove());

const take = (format, ...words) => collection.search(`--format=${format}`, '--limit=1000', '--by=paragraph', ...words, 'porters');
const key = (hit) => `cfa-${hit.id.replaceAll('/', '-')}`;
const title = (hit) => {
  const rest = hit.citation.replace(/^[^,]*, /, '');
  return rest[0].toUpperCase() + rest.slice(1);
};
const byId = (items) => new Map(items.map((item) => [item.id, item]));

test('CSV: every row has the fields of its hit', () => {
  const rows = parseCsv(take('csv'), { columns: true, record_delimiter: '\r\n' });
  assert.equal(rows.length, all.length);
  rows.forEach((row, i) => {
    const hit = all[i];
    const text = hit.passages[0].snippet.map((run) => run.text).join('');
    assert.deepEqual(
      [row.rank, row.id, row.citation, row.report, row.report_date, row.cases, row.lang, row.languages, row.paragraph, row.text],
      [String(hit.rank), hit.id, hit.citation, String(hit.report), hit.report_date, String(hit.cases[0].number), hit.lang, hit.languages.join(';'),
        String(hit.passages[0].paragraph), /^[=+@-]/.test(text) ? `'${text}` : text]);
  });
});

test('CSV and TSV: no cell is a formula', () => {
  for (const [format, delimiter] of [['csv', ','], ['tsv', '\t']]) {
    const rows = parseCsv(take(format), { delimiter, quote: format === 'csv' ? '"' : null });
    const cells = rows.flat();
    assert.ok(cells.some((cell) => cell.startsWith("'=HYPERLINK")));
    assert.deepEqual(cells.filter((cell) => /^[=+@-]/.test(cell)), []);
    assert.deepEqual([...new Set(rows.map((row) => row.length))], [18]);
  }
});

test('JSON Lines: a line is a hit of the answer', () => {
  const lines = take('jsonl').trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines, all.map((hit) => ({ schema: 1, ...hit })));
});

// What TeX prints for the macros that we write.
const macros = { textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciitilde: '~', textasciicircum: '^', textless: '<', textgreater: '>', textbar: '|' };
const undoMacros = (text) => text
  .replace(/\{\\(text[a-z]+)\}/g, (_, name) => `\\${name} `)
  .replace(/[{}]/g, '')
  .replace(/\\([&%$#_])/g, '$1')
  .replace(/\\(text[a-z]+) /g, (_, name) => macros[name]);

function bibtex(style, bibliography) {
  const folder = collection.folder;
  writeFileSync(join(folder, 'refs.bib'), bibliography);
  writeFileSync(join(folder, 'paper.aux'), `\\relax\n\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{refs}\n`);
  execFileSync('bibtex', ['paper'], { cwd: folder });
  return { log: readFileSync(join(folder, 'paper.blg'), 'utf8'), entries: readFileSync(join(folder, 'paper.bbl'), 'utf8') };
}

// Styles that tell entries of a year apart by letters have no more than 26 of them.
for (const [style, limit] of [['plain', 1000], ['unsrt', 1000], ['abbrv', 1000], ['ieeetr', 1000], ['alpha', 20], ['apalike', 20]])
  test(`BibTeX: the style ${style} prints every entry, without a warning`, () => {
    const { log, entries } = bibtex(style, take('bibtex', `--limit=${limit}`));
    const hits = all.slice(0, limit);
    assert.doesNotMatch(log, /[Ww]arning--|error message/);
    const items = entries.split('\\bibitem').slice(1).map((item) => undoMacros(item.replace(/(?<!\\)%\n/g, '').replace(/\s+/g, ' ')));
    assert.equal(items.length, hits.length);
    for (const hit of hits) {
      const item = items.find((one) => one.includes(key(hit)));
      assert.ok(item, `no entry ${key(hit)}`);
      assert.ok(item.includes(title(hit)), `${title(hit)}\nis not in\n${item}`);
      assert.match(item, new RegExp(`(Report|Rapport|report|rapport|Technical)[ ~]${hit.report}`));
      assert.ok(item.includes(hit.report_date.slice(0, 4)));
    }
  });

test('BibTeX: a reader in another language reads the same titles, and the whole text', () => {
  const items = byId(new Cite(take('bibtex'), { forceType: '@bibtex/text' }).data.map((item) => ({ ...item, id: item['citation-key'] })));
  assert.equal(items.size, all.length);
  for (const hit of all) {
    const item = items.get(key(hit));
    assert.equal(item.title.replace(/<[^>]*nocase[^>]*>|<\/span>/g, ''), title(hit));
    assert.deepEqual([item.type, item.number, item.issued['date-parts'][0][0]], ['report', String(hit.report), Number(hit.report_date.slice(0, 4))]);
  }
});

test('RIS: a reader has one report of an institution for each hit', () => {
  const written = take('ris');
  assert.ok(written.split('\n').slice(0, -1).every((line) => line.endsWith('\r')));
  const items = byId(new Cite(written, { forceType: '@ris/file' }).data);
  assert.equal(items.size, all.length);
  for (const hit of all) {
    const item = items.get(key(hit));
    const [year, month] = hit.report_date.split('-').map(Number);
    assert.deepEqual(
      [item.type, item.title, item.number, item.language, item.note, item.issued['date-parts'], item.author.length, typeof item.author[0].literal],
      ['report', title(hit), String(hit.report), hit.lang, hit.citation, [[year, month]], 1, 'string']);
  }
});

// The variables of CSL 1.0.2 that a decision has.
const variables = ['id', 'type', 'author', 'title', 'genre', 'number', 'publisher', 'publisher-place', 'issued', 'language', 'URL', 'note', 'abstract'];
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name/></names><text variable="title" prefix=" | "/><text variable="genre" prefix=" | "/><number variable="number" prefix=" "/>
<date variable="issued" form="numeric" date-parts="year-month" prefix=" | "/><text variable="publisher" prefix=" | "/></layout></bibliography></style>`;
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><style-options punctuation-in-quote="false"/>
<date form="numeric"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/></date>
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="page-range-delimiter">-</term></terms></locale>`;

test('CSL-JSON: a processor prints every item', () => {
  const items = byId(JSON.parse(take('csl')));
  assert.equal(items.size, all.length);
  for (const item of items.values())
    assert.deepEqual(Object.keys(item).filter((name) => !variables.includes(name)), []);
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) }, style, 'en-US');
  engine.setOutputFormat('text');
  engine.updateItems([...items.keys()], true);
  const [parameters, entries] = engine.makeBibliography();
  const printed = new Map(parameters.entry_ids.map(([id], i) => [id, entries[i].trim()]));
  for (const hit of all) {
    const [author, genre, publisher] = hit.lang === 'fr'
      ? ['Comité de la liberté syndicale de l’OIT', 'Rapport', 'Bureau international du Travail']
      : ['ILO Committee on Freedom of Association', 'Report', 'International Labour Office'];
    const line = printed.get(key(hit));
    for (const part of [author, `${genre} ${hit.report}`, hit.report_date, publisher])
      assert.ok(line.includes(` | ${part}`) || line.startsWith(part), `${part}\nis not in\n${line}`);
  }
});

test('CSL-JSON: titles and texts are those of the hits', () => {
  const items = byId(JSON.parse(take('csl')));
  for (const hit of all) {
    assert.equal(items.get(key(hit)).title, title(hit));
    assert.equal(items.get(key(hit)).abstract, hit.passages[0].snippet.map((run) => run.text).join('').replace(/\s+/g, ' '));
  }
});
