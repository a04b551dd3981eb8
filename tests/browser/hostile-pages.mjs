/*
 * Writes a collection that holds each hostile text wherever a source can hold text:  node hostile-pages.mjs FOLDER
 *
 * Of the payload at place i there is a report 300 + i with it as country, title, subject and text of its case 9000 + i, in a file
 * named for it, with an address from the manifest; the line of the case in a list of cases, with it as complainant and subject; and
 * principle 1 + i of the Digest of 2006, applied in that report.
 */
import { writeFileSync } from 'node:fs';
import { payloads } from './hostile.mjs';

const folder = process.argv[2];
const all = payloads();
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
const cell = (text) => text.replace(/[\t\r\n]/g, ' ');
const page = (body) => `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>NORMLEX</title></head><body>\n${body}</body></html>\n`;
const name = (text, i) => `${text.replace(/[/\0\t\r\n]/g, '')}`.slice(0, 60) + `-${i}.html`;

function report(text, i) {
  return page(`<h1>Interim Report - Report No ${300 + i}, March 2016</h1>
<h2>Case No ${9000 + i} (${escape(text.replace(/[()]/g, ' '))}) - Complaint date: 16-JUN-14 - ${escape(text)}</h2>
<p>Allegations: ${escape(text)}</p>
<h3>A. The complainant's allegations</h3>
<ol>
<li>1. The porters say strike: ${escape(text)} and no more.</li>
<li>2. ${escape(text)} [see 300th Report, para. 1].<p>(a) ${escape(text)};</p><p>ER  - </p><p>TY  - JOUR</p></li>
</ol>
`);
}

function list() {
  const lines = all.map((text, i) => `<li>Case No ${9000 + i} (${escape(text.replace(/[()]/g, ' '))}) - Complaint date: 16-JUN-14<div>${escape(text)}</div><div>${escape(text)}</div><ul>
<li>Interim Report - Report No ${300 + i}, March 2016 ( 1 - 2 )</li></ul></li>
<li>Case No ${8000 + i} (Ruritania) - Complaint date: 16-JUN-14<div>${escape(text)}</div><div>${escape(text)}</div></li>`);
  return page(`<h1>Freedom of association cases</h1>\n<p>Browse Cases by:</p>\n<ul>\n${lines.join('\n')}\n</ul>\n`);
}

function compilation() {
  const lines = all.map((text, i) => `<li>A strike of porters is theirs: ${escape(text)}
<p><a href="#">see related cases</a></p>
<table style="display:none"><tr><th>Related</th><th>Country</th><th>Report</th><th>Paragraph</th></tr>
<tr><td>${9000 + i}</td><td>${escape(text)}</td><td>${300 + i}</td><td>1</td></tr></table>
<p>Digest: 2006 ${1 + i}</p></li>`);
  return page(`<h2>Compilation of decisions of the Committee on Freedom of Association</h2>
<h1>${escape(all[0])}10</h1>
<h3>${escape(all[1])}</h3>
<ol>\n${lines.join('\n')}\n</ol>\n`);
}

const rows = ['file\ttext_id\treport\treport_date\tcase\tcountry\tlang\turl'];
all.forEach((text, i) => {
  writeFileSync(`${folder}/${name(text, i)}`, report(text, i));
  rows.push([name(text, i), cell(text), 300 + i, '2016-03', 9000 + i, cell(text), 'en', cell(`https://source.invalid/${text}`)].join('\t'));
});
writeFileSync(`${folder}/list.html`, list());
writeFileSync(`${folder}/compilation.html`, compilation());
writeFileSync(`${folder}/manifest.tsv`, `${rows.join('\n')}\n`);
