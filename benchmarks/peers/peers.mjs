// The peers, each as { name, task, run(text, reference) } giving predictions in the shared format of its task.
// Libraries are loaded only when asked for, so that none pays for another's start.

const leading = /^(?:on|in|at|by|since|until|from|during|the year of)\s+/i

/** A span of the original text for what a library reports: looked up near where the library says, since some trim or lower-case. */
function locate(text, words, near) {
  const wanted = words.trim().replace(/[.,;:!?"”’)]+$/, '')
  if (!wanted) return null
  let at = text.indexOf(wanted, Math.max(0, near - 4))
  if (at < 0 || at > near + 40) at = text.toLowerCase().indexOf(wanted.toLowerCase(), Math.max(0, near - 4))
  return at < 0 || at > near + 40 ? null : { start: at, end: at + wanted.length }
}

/** Prepositions are no part of a TIMEX3. */
function trimmed(text, span) {
  const cut = leading.exec(text.slice(span.start, span.end))
  return cut ? { start: span.start + cut[0].length, end: span.end } : span
}

const pad = (n, width = 2) => String(n).padStart(width, '0')

async function naive() {
  return text => text.split(/(?<=[.!?]["'”’)]*)\s+(?=["'“‘(]*[A-Z])|\n+/)
}

async function intl() {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return text => Array.from(segmenter.segment(text), s => s.segment)
}

async function sbd() {
  const { default: library } = await import('sbd')
  return text => library.sentences(text, { newline_boundaries: true })
}

async function compromiseSentences() {
  const { default: nlp } = await import('compromise/one')
  return text => nlp.tokenize(text).out('array')
}

async function wink() {
  const { default: winkNLP } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  const nlp = winkNLP(model, ['sbd'])
  return text => nlp.readDoc(text).sentences().out()
}

async function chrono() {
  const library = await import('chrono-node')
  return (text, reference) => library.parse(text, reference).map(r => {
    const known = r.start.isCertain.bind(r.start), get = r.start.get.bind(r.start)
    const day = `${pad(get('year'), 4)}-${pad(get('month'))}-${pad(get('day'))}`
    const value = known('hour') ? `${day}T${pad(get('hour'))}:${pad(get('minute'))}`
      : known('day') || known('weekday') ? day : known('month') ? day.slice(0, 7) : known('year') ? day.slice(0, 4) : day
    return { ...trimmed(text, { start: r.index, end: r.index + r.text.length }), type: known('hour') ? 'TIME' : 'DATE', value }
  })
}

async function compromiseDates() {
  const { default: nlp } = await import('compromise')
  const { default: plugin } = await import('compromise-dates')
  nlp.plugin(plugin)
  return (text, reference) => nlp(text).dates({ today: reference.toISOString().slice(0, 10), timezone: 'UTC' }).json({ offset: true, terms: false }).flatMap(d => {
    const span = locate(text, d.text, d.offset?.start ?? 0), start = d.dates?.start
    if (!span || !start) return []
    const unit = d.dates.unit
    const value = unit === 'year' ? start.slice(0, 4) : unit === 'month' ? start.slice(0, 7) : unit === 'day' ? start.slice(0, 10)
      : unit === 'time' || unit === 'hour' || unit === 'minute' ? start.slice(0, 16) : unit === 'week' ? week(start) : start.slice(0, 10)
    return [{ ...trimmed(text, span), type: value.includes('T') ? 'TIME' : 'DATE', value }]
  })
}

/** ISO 8601 week of a date, as TIMEX3 writes it. */
function week(iso) {
  const day = new Date(iso.slice(0, 10) + 'T00:00:00Z')
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const first = Date.UTC(day.getUTCFullYear(), 0, 1)
  return `${day.getUTCFullYear()}-W${pad(Math.ceil(((day - first) / 864e5 + 1) / 7))}`
}

async function recognizers() {
  const library = (await import('@microsoft/recognizers-text-date-time')).default
  return (text, reference) => library.recognizeDateTime(text, 'en-us', 0, reference).map(r => {
    const kind = r.typeName.split('.')[1], values = r.resolution?.values ?? []
    // News looks back: of two readings the one that is not after the reference.
    const today = reference.toISOString().slice(0, 10)
    const best = values.filter(v => (v.value ?? v.start ?? '') <= today + 'T99').pop() ?? values[0] ?? {}
    const timex = best.timex ?? ''
    const value = /X|\(/.test(timex) && kind !== 'set' ? (best.value ?? best.start ?? timex).replace(' ', 'T').replace(/(T\d\d:\d\d):\d\d$/, '$1') : timex
    const type = kind === 'duration' ? 'DURATION' : kind === 'set' ? 'SET' : /time/.test(kind) ? 'TIME' : 'DATE'
    return { ...trimmed(text, { start: r.start, end: r.end + 1 }), type, value }
  })
}

async function compromiseEntities() {
  const { default: nlp } = await import('compromise')
  return text => {
    const doc = nlp(text)
    return [['people', 'Person'], ['places', 'Location'], ['organizations', 'Organization']].flatMap(([method, type]) =>
      doc[method]().json({ offset: true, terms: false }).flatMap(m => {
        const span = locate(text, m.text.replace(/['’]s$/, ''), m.offset?.start ?? 0)
        return span ? [{ ...span, type }] : []
      }))
  }
}

export const peers = [
  { name: 'naive regex', task: 'sentences', load: naive },
  { name: 'ICU (Intl.Segmenter)', task: 'sentences', load: intl },
  { name: 'sbd', task: 'sentences', load: sbd },
  { name: 'compromise', task: 'sentences', load: compromiseSentences },
  { name: 'wink-nlp', task: 'sentences', load: wink },
  { name: 'chrono-node', task: 'dates', load: chrono },
  { name: 'compromise-dates', task: 'dates', load: compromiseDates },
  { name: 'Recognizers-Text', task: 'dates', load: recognizers },
  { name: 'compromise', task: 'entities', load: compromiseEntities },
]
