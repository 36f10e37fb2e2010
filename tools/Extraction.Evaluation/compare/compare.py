#!/usr/bin/env python3
"""Do the C# scorers agree with the reference scorers to the digit? Standard library only.

usage: compare.py DATA_DIR TOOLS_DIR EVALUATION_DLL [CORPUS-SUBSTRING]

For every layer and several corpora: the gold against itself, against seeded perturbed copies of itself, and against nothing,
scored by TOOLS_DIR/score_*.py and by `Extraction.Evaluation score … --json`; every number of the two objects is compared.
"""
import copy, gzip, json, os, random, subprocess, sys, tempfile

NO_MISC = 'Person,Organization,Gpe,Location,Norp,Facility,Event,Product,WorkOfArt,Law,Language'
CASES = [
    ('sentences', ['sentences/golden-rules.jsonl', 'sentences/pysbd-dev.jsonl', 'sentences/gum-dev.jsonl', 'sentences/ewt-dev.jsonl', 'sentences/gum-dev-wrapped.jsonl', 'articles/gold.jsonl'], [[], ['--lenient']]),
    ('tokens', ['sentences/gum-dev.jsonl', 'sentences/ewt-dev.jsonl'], [[], ['--merge', 'hyphens,clitics']]),
    ('blocks', ['articles/own-dev.jsonl', 'sentences/gum-dev.jsonl'], [[], ['--map', 'paragraph=body,dateline=body']]),
    ('timexes', ['timexes/timebank.jsonl', 'timexes/wikiwars-dev.jsonl', 'articles/own-dev.jsonl'], [[]]),
    ('entities', ['articles/own-dev.jsonl', 'entities/docred-dev.jsonl', 'entities/crossner-politics-dev.jsonl', 'entities/linking/gum-dev.jsonl', 'entities/btc-dev.jsonl'],
     [[], ['--types', 'all', '--clusters'], ['--types', NO_MISC, '--trim'], ['--types', 'conll4', '--also-in-gold', 'Norp'], ['--types', 'Person,Gpe=Location,Location', '--clusters', '--trim']]),
    ('quotes', ['articles/own-dev.jsonl', 'articles/gold.jsonl', 'quotes/gum-news-dev.jsonl', 'quotes/polnear-dev.jsonl'], [[], ['--speech']]),
]
NAMES = ['John Smith', 'Mr. Brown', 'he', 'Trump', "Ann O'Neill"]

def opened(p): return gzip.open(p, 'rt', encoding='utf-8') if p.endswith('.gz') else open(p, encoding='utf-8')

def jitter(rng, s, e, n):
    x = rng.random()
    if x < .7: return s, e
    s2, e2 = max(0, s + rng.randint(-3, 3)), min(n, e + rng.randint(-3, 3))
    return (s2, e2) if s2 < e2 else (s, e)

def perturb(layer, d, rng, strings):
    n = len(d['text'].encode('utf-16-le')) // 2
    d = {k: copy.deepcopy(v) for k, v in d.items() if k in ('id', layer)}
    out = []
    for x in d[layer]:
        if rng.random() < .1: continue
        if layer in ('sentences', 'tokens'):
            if isinstance(x, str): out.append(x if rng.random() < .8 else x + ' ' + x[:3]); continue
            out.append(list(jitter(rng, *x, n)))
        elif layer == 'blocks':
            s, e = jitter(rng, x[0], x[1], n); out.append([s, e, x[2] if rng.random() < .8 else rng.choice(['body', 'caption', 'other', 'paragraph', 'p'])])
        elif layer in ('timexes', 'entities'):
            x['start'], x['end'] = jitter(rng, x['start'], x['end'], n)
            if rng.random() < .15: x['type'] = rng.choice(['DATE', 'TIME'] if layer == 'timexes' else ['Person', 'Gpe', 'Organization', 'Norp'])
            if layer == 'timexes' and rng.random() < .2: x['value'] = '2001'
            if x.get('cluster') and rng.random() < .25: x['cluster'] = rng.choice(['a', 'b', 'c'])
            out.append(x)
            if rng.random() < .1:
                y = dict(x); y['start'] = min(n - 1, x['end'] + 1); y['end'] = min(n, y['start'] + rng.randint(1, 9))
                if y['start'] < y['end']: out.append(y)
        else:
            r = rng.random()
            x['content'] = [list(jitter(rng, *c, n)) for c in x['content']]
            if r < .15: x['source'] = []; x.pop('speaker', None)
            elif r < .3: x['speaker'] = rng.choice(NAMES)
            elif r < .4: x['source'] = [list(jitter(rng, *c, n)) for c in x.get('source', [])]
            elif r < .5: x['cue'] = []
            elif r < .6: x['kind'] = rng.choice(['direct', 'mixed', 'indirect'])
            elif r < .65: a = rng.randrange(n); x['content'].append([a, min(n, a + 60)])
            out.append(x)
            if rng.random() < .1: a = rng.randrange(n); out.append({'kind': 'direct', 'content': [[a, min(n, a + 40)]], 'cue': [], 'source': []})
    d[layer] = out
    return d

def differences(a, b, path=''):
    if isinstance(a, dict) and isinstance(b, dict):
        for k in sorted(set(a) | set(b)):
            if k in ('errors', 'fails', 'by'): continue
            if path.endswith('attribution') or '/D acc' in path: yield from differences(a.get(k, 0), b.get(k, 0), path + '/' + k)
            elif k not in a or k not in b: yield f'{path}/{k}: only on one side'
            else: yield from differences(a[k], b[k], path + '/' + k)
    elif isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b): yield f'{path}: {len(a)} and {len(b)} entries'
        for i, (x, y) in enumerate(zip(a, b)): yield from differences(x, y, f'{path}[{i}]')
    elif isinstance(a, (int, float)) and isinstance(b, (int, float)):
        if abs(a - b) > 1e-9: yield f'{path}: {a} and {b}'
    elif a != b: yield f'{path}: {a!r} and {b!r}'

def reference(tools, layer, gold, pred, options, tmp):
    script = [sys.executable, os.path.join(tools, f'score_{layer}.py'), gold, pred, *options]
    if layer == 'quotes':
        out = os.path.join(tmp, 'reference.json')
        subprocess.run([*script, '--json', out], check=True, stdout=subprocess.DEVNULL)
        return json.load(open(out))
    return json.loads(subprocess.run([*script, '--json'], check=True, capture_output=True, text=True).stdout)

def main(data, tools, dll, only=''):
    runs = bad = numbers = 0
    count = lambda x: sum(map(count, x.values())) if isinstance(x, dict) else sum(map(count, x)) if isinstance(x, list) else 1
    with tempfile.TemporaryDirectory() as tmp:
        for layer, corpora, optionss in CASES:
            for corpus in corpora:
                path = os.path.join(data, corpus)
                if only not in path: continue
                gold = [json.loads(l) for l in opened(path) if l.strip()]
                for d in gold: d.setdefault(layer, [])
                source = os.path.join(tmp, 'gold.jsonl')
                with open(source, 'w', encoding='utf-8') as f: f.writelines(json.dumps(d, ensure_ascii=False) + '\n' for d in gold)
                for seed in (None, 0, 1, 2):
                    rng = random.Random(seed)
                    pred = os.path.join(tmp, 'pred.jsonl')
                    with open(pred, 'w', encoding='utf-8') as f:
                        for d in gold:
                            if seed is not None and rng.random() < .05: continue
                            p = {'id': d['id'], layer: []} if seed == 2 else {'id': d['id'], layer: d[layer]} if seed is None else perturb(layer, d, rng, False)
                            f.write(json.dumps(p, ensure_ascii=False) + '\n')
                    for options in optionss:
                        want = reference(tools, layer, source, pred, options, tmp)
                        done = subprocess.run(['dotnet', dll, 'score', layer, source, pred, '--json', *options], capture_output=True, text=True)
                        runs += 1
                        if done.returncode: bad += 1; print('CRASH', layer, corpus, seed, options, done.stderr[-600:]); continue
                        have = json.loads(done.stdout); diff = list(differences(want, have)); numbers += count(want)
                        if diff: bad += 1; print('DIFFER', layer, corpus, 'seed', seed, options, len(diff)); [print('   ', x) for x in diff[:6]]
    print(f'{runs} comparisons, {numbers} figures, {bad} that differ')
    return bad > 0

if __name__ == '__main__':
    if len(sys.argv) < 4: sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
