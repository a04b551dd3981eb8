// Indexes of invented pages, and what the programs say of them; for the tests of this folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** What each language of pages calls things. */
const labels = {
  en: { report: 'Interim Report - Report No', case: 'Case No', complaint: 'Complaint date: 16-JUN-14 - Active', month: 'March',
    allegations: "A. The complainant's allegations", filler: 'The union of porters states that its members were dismissed by the board of the station.' },
  fr: { report: 'Rapport intérimaire - Rapport No.', case: 'Cas no', complaint: 'Date de la plainte: 16-JUIN-14 - Actif', month: 'Mars',
    allegations: 'A. Allégations de l’organisation plaignante', filler: 'Le syndicat des porteurs indique que ses membres ont été licenciés par la direction de la gare.' },
};

/** A page of one case as NORMLEX prints it, with paragraphs that say `texts`. */
export function page({ report, number, country, first = 10, texts, lang = 'en', year = 2016 }) {
  const words = labels[lang];
  const paragraphs = texts.map((text, i) => `<li>${first + i}. ${escape(text)} ${words.filler}</li>`);
  return `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>NORMLEX</title></head><body>
<h1>${words.report} ${report}, ${words.month} ${year}</h1>
<h2>${words.case} ${number} (${escape(country)}) - ${words.complaint}</h2>
<h3>${words.allegations}</h3>\n<ol>\n${paragraphs.join('\n')}\n</ol>\n</body></html>\n`;
}

/** A folder of pages with its index. */
export class Collection {
  constructor(pages) {
    this.folder = mkdtempSync(join(tmpdir(), 'cfa-formats-'));
    this.pages = join(this.folder, 'pages');
    this.index = join(this.folder, 'index');
    mkdirSync(this.pages);
    pages.forEach((one) => this.add(one));
    this.run('build');
  }

  add(one) {
    writeFileSync(join(this.pages, `${one.report}-${one.number}-${one.lang ?? 'en'}.html`), page(one));
  }

  /** `cfa-index build` or `update` with all pages. */
  run(command) {
    execFileSync('cfa-index', [command, '-q', '-i', this.index, this.pages]);
  }

  /** What cfa-search prints. */
  search(...words) {
    return execFileSync('cfa-search', ['-i', this.index, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
  }

  json(...words) {
    return JSON.parse(this.search('--json', ...words));
  }

  /** The body that the page program sends. */
  get(path, query = '') {
    const environment = { ...process.env, CFA_INDEX: this.index, REQUEST_METHOD: 'GET', PATH_INFO: path, QUERY_STRING: query,
      HTTP_HOST: 'search.example' };
    const bytes = execFileSync('cfa-search.cgi', { env: environment, input: '', encoding: 'utf8' });
    return bytes.slice(bytes.indexOf('\r\n\r\n') + 4);
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}
