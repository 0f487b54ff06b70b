// Any number of reviews that read like ours: sentences of ours put together anew, with as many words as ours have.
import { createWriteStream, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { runnerImport } from 'vite';

const SEED = 20;
/** Of all rows; each the same text as an earlier one. */
const DUPLICATES = 0.1;
/** How many earlier texts are at hand to be repeated. */
const REMEMBERED = 10_000;
const FILES = ['public/samples/reviews.csv', 'public/samples/reviews-hard.csv'];

const readAll = () =>
  FILES.flatMap(
    (path) => Papa.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data,
  );

const wordsOf = (text) => text.split(/\s+/).length;

/** Writes a CSV file: id, text, category, date. The same rows every time. @returns how many texts are different */
export async function writeReviews(path, rows) {
  const { module } = await runnerImport('./src/core/bench/random.ts');
  const make = createMaker(module.createRandom(SEED));
  const stream = createWriteStream(path);
  stream.write('id,text,category,date\n');
  for (let i = 0; i < rows; i++) {
    const { text, category } = make.next();
    const date = new Date(Date.UTC(2023, 0, 1 + (i % 1000))).toISOString().slice(0, 10);
    const line = `${i},"${text.replaceAll('"', '""')}",${category},${date}\n`;
    if (!stream.write(line)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  await new Promise((resolve) => stream.end(resolve));
  return make.different();
}

function createMaker(random) {
  const reviews = readAll();
  const lengths = reviews.map(({ text }) => wordsOf(text));
  const categories = [...new Set(reviews.map(({ category }) => category))];
  const sentences = reviews.flatMap(
    ({ text }) => text.match(/[^.!?]+[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? [],
  );
  const vocabulary = [...new Set(sentences.flatMap((sentence) => sentence.trim().split(/\s+/)))];
  const any = (list) => list[Math.floor(random() * list.length)];
  const known = new Set();
  const earlier = [];

  function anew() {
    const target = any(lengths);
    let text = '';
    while (text === '' || wordsOf(text) < target) text = `${text} ${any(sentences).trim()}`.trim();
    const words = text.split(/\s+/).slice(0, target);
    // The shortest come again by chance: a word of another review makes each a text of its own.
    while (known.has(words.join(' '))) words[Math.floor(random() * words.length)] = any(vocabulary);
    return words.join(' ');
  }

  function next() {
    if (earlier.length > 0 && random() < DUPLICATES) return any(earlier);
    const made = { text: anew(), category: any(categories) };
    known.add(made.text);
    earlier[(known.size - 1) % REMEMBERED] = made;
    return made;
  }

  return { next, different: () => known.size };
}
