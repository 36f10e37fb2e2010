// One peer in a process of its own: node one.mjs TASK NAME CORPUS.jsonl [PREDICTIONS.jsonl]
// Prints {"words","seconds"} of CPU time for the best of a few passes; with PREDICTIONS writes those instead of timing.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { peers } from './peers.mjs'

const [task, name, corpus, output] = process.argv.slice(2)
const layer = { sentences: 'sentences', dates: 'timexes', entities: 'entities' }[task]
const raw = readFileSync(corpus)
const documents = (corpus.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8').split('\n').filter(Boolean).map(l => JSON.parse(l))
const reference = d => {
  const given = d.dct ?? d.published ?? d.date
  return given ? new Date(given.slice(0, 10) + 'T12:00:00Z') : new Date('2000-01-01T12:00:00Z')
}
const run = await peers.find(p => p.task === task && p.name === name).load()

const disjoint = spans => {
  let end = -1
  return spans.sort((a, b) => a.start - b.start || b.end - a.end).filter(s => s.start >= end && (end = s.end, true))
}

if (output) {
  const lines = documents.map(d => {
    let found = []
    try { found = run(d.text, reference(d)) } catch (e) { console.error(`${name} throws on ${d.id}: ${e.message}`) }
    return JSON.stringify({ id: d.id, [layer]: task === 'sentences' ? found.filter(s => s.trim()) : disjoint(found) })
  })
  writeFileSync(output, lines.join('\n') + '\n')
} else {
  const words = documents.reduce((n, d) => n + (d.text.match(/\S+/g) ?? []).length, 0)
  let best = Infinity
  const begun = process.hrtime.bigint()
  for (let pass = 0; pass < 30; pass++) {
    // A fast library goes round several times, so that the clock's grain does not count.
    const before = process.cpuUsage()
    let used, rounds = 0
    do {
      for (const d of documents) { try { run(d.text, reference(d)) } catch { /* counted as time */ } }
      rounds++
      used = process.cpuUsage(before)
    } while (used.user + used.system < 2e5)
    best = Math.min(best, (used.user + used.system) / 1e6 / rounds)
    if (pass >= 1 && Number(process.hrtime.bigint() - begun) > 8e9) break
  }
  console.log(JSON.stringify({ words, seconds: best }))
}
