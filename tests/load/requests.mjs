// What is asked, and what a right answer to it is: a table of kinds, each of which makes one request after the other.
//
//     const kinds = kindsOfRequests(await findThings(get), random);
//     kinds[0].make()      { path, status: [200], type: 'text/html', check(body) }: check returns what is wrong, or undefined

const words = ['strike', 'trade unionists detained', 'grève des fonctionnaires', 'huelga de los trabajadores', 'collective bargaining',
  '"right to strike"', 'reinst*', 'dismissal NEAR/5 leader', 'syndicalistes détenus', 'case 2090', '394/83', 'in:conclusions country:BY strike',
  'year:2015..2021 government', 'cites:306/123', 'strike -hospital', '(arrest OR detention) AND unionist', 'arest for unautorised piket'];
const narrowed = ['', '&by=paragraph', '&sort=newest', '&country=BY,FR,CO', '&from=1990&to=2021', '&lang=en,fr', '&type=interim', '&page=2', '&n=50',
  '&match=any', '&translate=off', '&section=conclusions', '&ui=fr', '&ui=es'];
const formats = [['json', 'application/json'], ['jsonl', 'application/'], ['csv', 'text/csv'], ['tsv', 'text/tab'], ['bibtex', 'application/'],
  ['ris', 'application/'], ['csl', 'application/'], ['atom', 'application/atom+xml']];
const absent = ['/nothing', '/paragraph/9999/1', '/case/99999', '/report/9999', '/principle/digest:2006/9999', '/paragraph/rubbish', '/%00%ff'];
const refused = ['/?n=0', '/?sort=up', '/?q=%zz', '/?q=a&q=b', '/?from=x', `/?q=${'a'.repeat(3000)}`, '/?format=exe'];

function isPage(body) {
  return body.startsWith('<!DOCTYPE html>') && body.trimEnd().endsWith('</html>') ? undefined : 'a page without its beginning or its end';
}

function isJson(body) {
  try {
    JSON.parse(body);
  } catch (error) {
    return `not JSON: ${error.message}`;
  }
}

function isFeed(body) {
  return body.startsWith('<?xml') && body.trimEnd().endsWith('</feed>') ? undefined : 'a feed without its beginning or its end';
}

/** The two pages that say of which generation they are, "load 7", are found as a whole and of the one that the answer names. */
function isOfOneGeneration(body) {
  const { generation, hits } = JSON.parse(body);
  const said = hits.flatMap((hit) => hit.passages.map((passage) => passage.snippet.map((run) => run.text).join('')));
  const mixed = said.filter((text) => !text.includes(` load ${generation} `));
  return hits.length === 2 && mixed.length === 0 ? undefined : `not of one generation, which is ${generation}: ${hits.length} hits, ${mixed[0]}`;
}

/** Addresses of what the collection holds: `get(path)` gives the body of an answer. */
export async function findThings(get) {
  const answers = await Promise.all(['strike', 'government', 'union', 'cites:306/123'].map((query) =>
    get(`/?q=${encodeURIComponent(query)}&by=paragraph&format=json&n=50`)));
  const hits = answers.flatMap((body) => JSON.parse(body).hits);
  const all = (make) => [...new Set(hits.flatMap(make))];
  return {
    paragraphs: all((hit) => hit.id),
    reports: all((hit) => hit.report ?? []),
    cases: all((hit) => hit.cases.map((one) => one.number)),
    cited: all((hit) => hit.passages.flatMap((passage) => passage.cites)),
  };
}

export function kindsOfRequests(things, random) {
  const any = (list) => list[Math.floor(random() * list.length)];
  const question = () => `/?q=${encodeURIComponent(any(words))}${any(narrowed)}`;
  const page = (path) => ({ path, status: [200], type: 'text/html', check: isPage });
  const json = (path, check = isJson) => ({ path, status: [200], type: 'application/', check });
  const rubbish = () => Array.from({ length: 1 + Math.floor(random() * 200) }, () =>
    `%${Math.floor(random() * 256).toString(16).padStart(2, '0')}`).join('');
  return [
    { name: 'search', make: () => page(question()) },
    { name: 'another search', make: () => page(question()) },
    { name: 'one generation', make: () => json('/?q=%22lost+load%22&format=json', isOfOneGeneration) },
    { name: 'taken away', make() {
      const [format, type] = any(formats);
      return { path: `/?q=${encodeURIComponent(any(words))}&format=${format}&n=100`, status: [200], type };
    } },
    { name: 'feed', make: () => ({ path: `/feed?q=${encodeURIComponent(any(words))}`, status: [200], type: 'application/atom+xml', check: isFeed }) },
    { name: 'suggestions', make: () => json(`/suggest?q=${any(['str', 'detent', 'bel', 'grèv', '20', 'x'])}`) },
    { name: 'paragraph', make: () => page(`/paragraph/${any(things.paragraphs)}?q=strike${any(['', '&lang=fr,en', '&marks=off'])}`) },
    { name: 'case', make: () => page(`/case/${any(things.cases)}`) },
    { name: 'report', make: () => page(`/report/${any(things.reports)}`) },
    { name: 'cites', make: () => page(`/cites/${any(things.cited)}`) },
    { name: 'similar', make: () => page(`/similar/${any(things.paragraphs).replace(/\/..$/, '')}`) },
    { name: 'principle', make: () => page('/principle/digest:2006/581') },
    { name: 'not changed', make: () => ({ ...page(question()), again: true }) },
    { name: 'health', make: () => json('/health') },
    { name: 'style and script', make: () => ({ path: any(['/style.css', '/script.js', '/opensearch.xml']), status: [200] }) },
    { name: 'rubbish', make: () => page(`/?q=${rubbish()}`) },
    { name: 'absent', make: () => ({ ...page(any(absent)), status: [404] }) },
    { name: 'refused', make: () => ({ ...page(any(refused)), status: [400] }) },
    { name: 'too long', make: () => ({ ...page(`/?q=${'a'.repeat(9000)}`), status: [414] }) },
    { name: 'posted', make: () => ({ ...page('/'), method: 'POST', status: [405] }) },
  ];
}
