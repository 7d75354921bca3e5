// SPDX-License-Identifier: Apache-2.0
// Runs wink-nlp over a JSON lines file: tokens, sentences, parts of speech and entities; compare_wink.py calls it.
//
//   node annotate_wink.cjs FOLDER FILE.jsonl     FOLDER holds node_modules
//
// Prints one line of counts, so that nothing is left undone; no output is built that would slow it down.
const { createReadStream } = require('node:fs')
const { createRequire } = require('node:module')
const { createInterface } = require('node:readline')

const [folder, file] = process.argv.slice(2)
const installed = createRequire(require('node:path').resolve(folder, 'package.json'))
const nlp = installed('wink-nlp')(installed('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner'])

async function main() {
  const counts = { documents: 0, tokens: 0, sentences: 0, entities: 0 }
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const doc = nlp.readDoc(JSON.parse(line).text)
    counts.documents += 1
    counts.tokens += doc.tokens().length()
    counts.sentences += doc.sentences().length()
    counts.entities += doc.entities().length()
  }
  console.log(JSON.stringify(counts))
}
main()
