// Clients of a server, some of them slow, and a watch on the processes that answer them.
//
//     node clients.mjs SITE SECONDS INDEX PROCESS…      exit status 1 when an answer was wrong, or a process has grown
//
// A quarter of the time is to warm up; then memory and descriptors are taken, and once more in the middle and at the end, each time when
// no request is under way.
import http from 'node:http';
import net from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findThings, kindsOfRequests } from './requests.mjs';

const clients = 8;
const slowClients = 8; // of each kind: twice as many as there are processes, by default
const patience = 60_000; // milliseconds, after which an answer is none
const rest = 1000; // milliseconds: a process that has answered still has to close the connection
const mayGrow = 8 + 16; // MiB of a process's own memory after the warm-up: in 16 it remembers answers of a generation
const toldErrors = 20;

const [site, seconds, index, ...processes] = process.argv.slice(2);
const { hostname, port } = new URL(site);

/** The same numbers in each run. */
let state = 1;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

function send(agent, { path, method = 'GET' }, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, agent, headers, timeout: patience }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in a minute')));
    request.on('error', reject);
    request.end();
  });
}

// ---- those that ask as fast as they are answered ----

const counts = new Map(); // kind → status → how many
const latencies = [];
const errors = [];

function count(kind, status) {
  if (!counts.has(kind)) counts.set(kind, new Map());
  counts.get(kind).set(status, (counts.get(kind).get(status) ?? 0) + 1);
}

function wrong({ status: expected, type = '', check }, { status, headers, body }) {
  if (!expected.includes(status)) return `status ${status}`;
  if (status === 304) return body === '' ? undefined : '304 with a body';
  if (!headers['content-type']?.startsWith(type)) return `type ${headers['content-type']}`;
  return body === '' ? 'nothing' : check?.(body);
}

async function ask(agent, kind, request, headers) {
  const start = performance.now();
  let answer;
  let problem;
  try {
    answer = await send(agent, request, headers);
    latencies.push(performance.now() - start);
    count(kind, answer.status);
    problem = wrong(request, answer);
  } catch (error) {
    count(kind, 'none');
    problem = error.message;
  }
  if (problem !== undefined) errors.push(`${kind}: ${request.path.slice(0, 200)}: ${problem}`);
  return answer;
}

async function askOn(kinds, first, end) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let i = first; performance.now() < end; i++) {
    const { name, make } = kinds[i % kinds.length];
    const request = make();
    const answer = await ask(agent, name, request);
    // Who has a page asks for it again by its tag; it may be another by then.
    if (request.again && answer?.headers.etag)
      await ask(agent, name, { ...request, status: [200, 304] }, { 'If-None-Match': answer.headers.etag });
  }
  agent.destroy();
}

async function askAll(kinds, duration) {
  const end = performance.now() + duration * 1000;
  await Promise.all(Array.from({ length: clients }, (_, i) => askOn(kinds, i * 3, end)));
}

// ---- those that are slow ----

const slow = { begun: 0, ended: 0 };

/** A connection that sends `bytes` and reads little by little; another takes its place when the server has ended it. */
function linger(bytes) {
  const socket = net.connect({ host: hostname, port });
  slow.begun++;
  socket.write(bytes);
  socket.pause();
  const reading = setInterval(() => socket.read(64), 1000);
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(reading);
    slow.ended++;
    slow.sockets.delete(socket);
    if (!slow.stopped) linger(bytes);
  });
  slow.sockets.add(socket);
}

function startSlowClients() {
  slow.sockets = new Set();
  for (let i = 0; i < slowClients; i++) {
    linger(`GET /?q=half HTTP/1.1\r\nHost: ${hostname}\r\nAccept`);
    linger(`GET /?q=government&by=paragraph&format=json&n=1000 HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  }
}

function stopSlowClients() {
  slow.stopped = true;
  slow.sockets.forEach((socket) => socket.destroy());
}

// ---- the processes that answer ----

/** MiB that are a process's own (the pages of the index that it maps are not), and how many descriptors it has open. */
function look(pid) {
  const [, kilobytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^RssAnon:\s*(\d+)/m);
  return { memory: Number(kilobytes) / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

function grown(pid, [first, , last]) {
  const found = [];
  if (last.memory > first.memory + mayGrow) found.push(`process ${pid} has ${(last.memory - first.memory).toFixed(1)} MiB more than after the warm-up`);
  if (last.descriptors > first.descriptors) found.push(`process ${pid} has ${last.descriptors - first.descriptors} more descriptors open than after the warm-up`);
  return found;
}

function generation() {
  return Number(readFileSync(join(index, 'current'), 'utf8').match(/^generation (\d+)/m)[1]);
}

// ---- what there is to tell ----

function tellRequests() {
  console.log('\n| requests | by status |\n| --- | --- |');
  for (const [kind, statuses] of counts)
    console.log(`| ${kind} | ${[...statuses].sort().map(([status, number]) => `${status}: ${number}`).join(', ')} |`);
}

function tellLatencies() {
  const sorted = Float64Array.from(latencies).sort();
  const of = (hundredth) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * hundredth / 100))].toFixed(1);
  const shown = [1, 10, 25, 50, 75, 90, 95, 99, 100];
  console.log(`\n| of 100 answers | ${shown.join(' | ')} |\n| --- |${' --- |'.repeat(shown.length)}`);
  console.log(`| came within ms | ${shown.map(of).join(' | ')} |`);
}

function tellProcesses(looks) {
  console.log('\n| process | MiB, warm | middle | end | descriptors, warm | middle | end |\n| --- | --- | --- | --- | --- | --- | --- |');
  processes.forEach((pid, i) => {
    const all = looks.map((one) => one[i]);
    console.log(`| ${pid} | ${all.map((one) => one.memory.toFixed(1)).join(' | ')} | ${all.map((one) => one.descriptors).join(' | ')} |`);
  });
}

const get = async (path) => (await send(undefined, { path })).body;
const kinds = kindsOfRequests(await findThings(get), random);
const firstGeneration = generation();
const looks = [];
startSlowClients();
for (const part of [0.25, 0.375, 0.375]) {
  await askAll(kinds, seconds * part);
  await setTimeout(rest);
  looks.push(processes.map(look));
}
const published = generation() - firstGeneration;
stopSlowClients();

const found = processes.flatMap((pid, i) => grown(pid, looks.map((one) => one[i])));
if (published < 2) found.push('fewer than two generations were published meanwhile');
tellRequests();
tellLatencies();
tellProcesses(looks);
console.log(`\n${latencies.length} answers to ${clients} clients in ${seconds} seconds, errors: ${errors.length}; ${published} generations published;`
  + ` ${slow.begun} slow connections, of which the server ended ${slow.ended}`);
for (const problem of [...errors.slice(0, toldErrors), ...found]) console.log(`not right: ${problem}`);
process.exit(errors.length + found.length > 0 ? 1 : 0);
