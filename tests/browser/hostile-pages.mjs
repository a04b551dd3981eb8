/* Writes reports that hold hostile texts wherever a page, a manifest or a file's name holds text:  node hostile-pages.mjs FOLDER */
import { writeFileSync } from 'node:fs';
import { payloads } from './hostile.mjs';

const folder = process.argv[2];
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
const EACH = 40; // payloads a report

function page(report, texts) {
  const items = texts.map((text, i) => `<li>${i + 1}. The porters say strike: ${escape(text)} and no more.</li>`).join('\n');
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>NORMLEX</title></head><body>
<h1>Interim Report - Report No ${report}, March 2016</h1>
<h2>Case No ${9000 + report} (${escape(texts[0].replace(/[()]/g, ' '))}) - Complaint date: 16-JUN-14 - ${escape(texts[1])}</h2>
<p>Allegations: ${escape(texts[2])}</p>
<h3>A. The complainant's allegations</h3>
<ol>
${items}
</ol></body></html>
`;
}

const all = payloads();
const rows = ['file\ttext_id\treport\treport_date\tcase\tcountry\tlang\turl'];
for (let at = 0; at < all.length; at += EACH) {
  const report = 300 + at / EACH;
  const texts = all.slice(at, at + EACH);
  const name = `${texts[1].replace(/[/\0\t\r\n]/g, '')}`.slice(0, 60) + `-${report}.html`;
  const cell = (text) => text.replace(/[\t\r\n]/g, ' ');
  writeFileSync(`${folder}/${name}`, page(report, texts));
  rows.push([name, cell(texts[3]), report, '2016-03', 9000 + report, cell(texts[4]), 'en', cell(`https://porter.invalid/${texts[5]}`)].join('\t'));
}
writeFileSync(`${folder}/manifest.tsv`, `${rows.join('\n')}\n`);
