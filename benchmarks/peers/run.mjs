// Runs every peer and ours, each in a process of its own on one core, and prints one table. Called by run.sh.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { peers } from './peers.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const [root, ...rest] = process.argv.slice(2)
const markdown = rest.includes('--markdown') ? rest[rest.indexOf('--markdown') + 1] : null
const data = rest.find(a => !a.startsWith('--') && a !== markdown) ?? null
const corpus = join(root, 'benchmarks/corpus/articles.jsonl')
const bench = join(root, 'benchmarks/Extraction.Benchmarks/bin/Release/net10.0/Extraction.Benchmarks.dll')
const evaluation = join(root, 'tools/Extraction.Evaluation/bin/Release/net10.0/Extraction.Evaluation.dll')

const gold = {
  sentences: ['sentences/gum-dev.jsonl', 'sentences/brown-press-dev.jsonl', 'articles/gold.jsonl'],
  dates: ['timexes/timebank.jsonl', 'articles/own-dev.jsonl', 'articles/gold.jsonl'],
  entities: ['entities/evalonly-worldwide-dev.jsonl.gz', 'articles/own-dev.jsonl', 'articles/gold.jsonl'],
}
const measure = {
  sentences: { layer: 'sentences', title: 'sentence F1', of: r => r.sentence.F1 },
  dates: { layer: 'timexes', title: 'value F1', of: r => 100 * r.metrics.value_f1 },
  entities: { layer: 'entities', title: 'person, organisation, location F1', of: r => r.exact.f1 },
}

const oneCore = hasTaskset() ? ['taskset', '-c', '0'] : []
function hasTaskset() { try { execFileSync('taskset', ['-V'], { stdio: 'ignore' }); return true } catch { return false } }
const exec = (...command) => { const [head, ...tail] = [...oneCore, ...command]; return execFileSync(head, tail, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }) }

function score(task, file, predictions) {
  return measure[task].of(JSON.parse(exec('dotnet', evaluation, 'score', measure[task].layer, file, ...(predictions ? [predictions] : []), '--json')))
}

const temporary = mkdtempSync(join(tmpdir(), 'extraction-peers-'))
const lines = []
const print = line => { console.log(line); lines.push(line) }
try {
  print(`# Peers\n\nWritten by \`benchmarks/peers/run.sh${data ? ' DATA' : ''} --markdown docs/peers.md\`, ${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model.trim()}, node ${process.versions.node}.`)
  print('The same 64 articles of this repository for all, one process and one core each, CPU time of the best of several passes after warming up.')
  if (data) print('Accuracy on development sets, by the same scorer for all. The peers aim at other conventions and often at other texts; assistants\' date parsers look forward where news looks back.')
  for (const task of ['sentences', 'dates', 'entities']) {
    const files = data ? gold[task].filter(f => existsSync(join(data, f))) : []
    print(`\n## ${task}\n\n| library | words/s | ${files.map(f => `${f.split('/').pop().replace(/\.jsonl(\.gz)?$/, '').replace(/^gold$/, 'articles/gold').replace('evalonly-', '')} ${measure[task].title} |`).join(' ')}`)
    print(`|---|---:|${'---:|'.repeat(files.length)}`)
    const ours = JSON.parse(exec('dotnet', bench, 'peer', task))
    print(row('**Extraction**', ours, files.map(f => score(task, join(data, f)))))
    for (const peer of peers.filter(p => p.task === task)) {
      const speed = JSON.parse(exec('node', join(here, 'one.mjs'), task, peer.name, corpus))
      print(row(peer.name, speed, files.map(f => {
        const predictions = join(temporary, 'predictions.jsonl')
        exec('node', join(here, 'one.mjs'), task, peer.name, join(data, f), predictions)
        return score(task, join(data, f), predictions)
      })))
    }
  }
} finally {
  rmSync(temporary, { recursive: true })
}
if (markdown) writeFileSync(markdown, lines.join('\n') + '\n')

function row(name, speed, figures) {
  return `| ${name} | ${Math.round(speed.words / speed.seconds).toLocaleString('en-US')} | ${figures.map(f => `${f.toFixed(1)} |`).join(' ')}`
}
