/* The page: takes files, asks the verifier, tells the verdict. Nothing here decides anything. */

const MAX_REASONS_SHOWN = 20;
const MAX_WORKS_SHOWN = 6;

/** The files given, by what they are; each { name, bytes }. */
const given = { entry: undefined, logProof: undefined, proof: undefined, attestation: undefined, token: undefined, policy: undefined, work: undefined };
let unknown = [];

const byId = (id) => document.getElementById(id);

/** An element with some content, texts or elements. Texts are never read as HTML. */
function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

const paragraph = (...content) => element('p', {}, ...content);
const code = (text) => element('code', {}, text);
const list = (items) => element('ul', {}, ...items.map((item) => element('li', {}, item)));

/** A table of facts: pairs of a label and what stands beside it; those without are left out. */
function facts(...rows) {
  const pairs = rows.filter(([, value]) => value !== undefined);
  return element('dl', {}, ...pairs.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]));
}

// Files

/** What a file is, by its content first. */
function kindOfFile(name, bytes) {
  if (name.endsWith('.tsr')) {
    return 'token';
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (name.endsWith('.tlog-proof') || head.startsWith('c2sp.org/tlog-proof@')) {
    return 'logProof';
  }
  if (head.includes('"corpus-release-proof@')) {
    return 'proof';
  }
  if (head.includes('"corpus-attestation@')) {
    return 'attestation';
  }
  if (name.endsWith('.entry') || (head.startsWith('{') && head.includes('"mmdSeconds"'))) {
    return 'entry';
  }
  if (/^policy\b/i.test(name) || /^(log|witness|group|quorum)[ \t]/m.test(head)) {
    return 'policy';
  }
  return name.endsWith('.json') ? 'proof' : name.endsWith('.html') ? 'ignored' : 'work';
}

/** Takes files in, each as what it is, or as what the input is for. */
async function take(files, purpose) {
  unknown = [];
  for (const file of files) {
    if (file.size > MAX_BUNDLE) {
      unknown.push(file.name);
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = purpose === 'policy' || purpose === 'work' ? purpose : kindOfFile(file.name, bytes);
    if (found === 'ignored') {
      continue;
    }
    if (purpose === 'bundle' && found === 'work') {
      unknown.push(file.name);
      continue;
    }
    given[found] = { name: file.name, bytes };
    if (found === 'attestation') {
      given.proof = given.entry = given.logProof = undefined;
    } else if (['proof', 'entry', 'logProof'].includes(found)) {
      given.attestation = undefined;
    }
  }
  await tellAll();
}

/** Empties the input, so that the same file can be chosen again after it was changed. */
function takeFrom(input, purpose) {
  const files = [...input.files];
  input.value = '';
  return take(files, purpose);
}

function forget() {
  for (const kind of Object.keys(given)) {
    given[kind] = undefined;
  }
  unknown = [];
  tellAll();
}

// The verdict

/** Verifies what was given; { outcome: 'good' | 'bad' | 'warn' | 'wait', … }. */
function verdict() {
  try {
    const policy = given.policy ? parsePolicy(given.policy.bytes) : undefined;
    if (given.attestation) {
      return attestationVerdict(verifyAttestation(given.attestation.bytes, policy));
    }
    const hasReceipt = given.entry || given.logProof;
    if (!given.proof && !hasReceipt) {
      return { outcome: 'wait', title: '' };
    }
    const missing = hasReceipt ? Object.entries({ entry: given.entry, 'log-proof': given.logProof, policy }).filter(([, there]) => !there) : [];
    if (missing.length > 0) {
      return { outcome: 'wait', title: say('missing'), content: [list(missing.map(([kind]) => say('missing-' + kind)))] };
    }
    const work = given.work && given.proof ? workKeys(given.work.bytes) : undefined;
    const proof = given.proof ? verifyProof(given.proof.bytes, policy, work) : undefined;
    const receipt = hasReceipt ? verifyReceipt(given.entry.bytes, given.logProof.bytes, policy) : undefined;
    return proof ? proofVerdict(proof, receipt ? answerReceipt(receipt, proof) : undefined) : receiptVerdict(receipt);
  } catch (e) {
    return refusal(e);
  }
}

function refusal(e) {
  if (!(e instanceof Refusal)) {
    return { outcome: 'bad', title: say('failed'), content: [paragraph(say('failed-why', String(e)))] };
  }
  if (e.key.startsWith('proof.page.work-')) {
    return { outcome: 'warn', key: e.key, title: say('work-unread'), content: [paragraph(tell(e.key, ...e.args))] };
  }
  const isPolicy = e.key === 'tlog.malformed.policy';
  const isReceipt = given.entry && (!given.proof || e.key.startsWith('optout.'));
  const isAnswer = /^proof\.(receipt-|another-reserved|two-histories)/.test(e.key);
  const title = say(isPolicy ? 'policy-false' : given.attestation ? 'attestation-false' : isAnswer ? 'no-answer' : isReceipt ? 'receipt-false' : 'proof-false');
  return { outcome: 'bad', key: e.key, title, content: [paragraph(tell(e.key, ...e.args))] };
}

function proofVerdict(proof, answer) {
  const { release, verdict: { result, count, reasons }, entries, samples } = proof;
  const isPresent = result === 'present';
  const present = entries.filter(({ type, proof: { kind } }) => type === 'sample' && kind === END_HERE).length;
  const keys = entries.filter(({ type }) => type !== 'sample');
  const hasWork = entries.some(({ type }) => type === 'text' || type === 'sample');
  return {
    outcome: !isPresent && proof.signature === 'accepted' ? 'good' : 'warn',
    title: say(result, release.checkpoint.origin),
    content: [
      paragraph(say(isPresent ? 'present-means' : 'absent-means')),
      ...(isPresent ? [element('ul', { className: 'reasons' }, ...reasonItems(reasons, count))] : []),
      paragraph(say((proof.logged ? 'logged-' : 'signature-') + proof.signature)),
      ...(hasWork ? [paragraph(say(proof.workChecked ? 'work-checked' : 'work-unchecked'))] : []),
      ...(given.token ? [paragraph(say('proof-token-unchecked'))] : []),
      ...(answer ? answerParagraphs(answer) : []),
      facts(
        ...(proof.log ? loggedFacts(proof.log) : []),
        [say('label.release'), release.checkpoint.origin],
        [say('label.documents'), number(Number(release.checkpoint.size))],
        [say('label.keys'), keys.length > 0 ? list(keys.map(({ type, value }) => code(`${type}:${value}`))) : undefined],
        [say('label.samples'), samples > 0 ? say('samples', samples, present) : undefined],
        [say('label.root'), code(hex(release.checkpoint.root))],
        [say('label.keys-root'), code(hex(release.keysRoot))],
      ),
      limits(LIMITS[language]),
    ],
  };
}

const answerParagraphs = ({ id, index, isKnown, unproven }) => [
  paragraph(say(isKnown ? 'reservation-known' : 'reservation-later', id, String(index))),
  ...(unproven > 0 ? [paragraph(say('reservation-unproven', unproven))] : []),
];

/** When and where a release was logged, and which state of the registry it heeded. */
const loggedFacts = (log) => [
  [say('label.logged'), moment(log.entry.time)],
  [label('log'), tell('optout.page.place', log.checkpoint.origin, log.index, log.checkpoint.size)],
  [say('label.witnesses'), witnesses(log)],
  [say('label.heeded'), heeded(log.entry.registry.checkpoint)],
];

const heeded = ({ origin, size, root }) => element('span', {}, say('heeded', origin, size), element('br', {}), code(hex(root)));

const witnesses = ({ cosignatures, witnessed }) =>
  witnessed === undefined ? say('witnesses-none') : say('witnesses', cosignatures.length, moment(Number(witnessed) * 1000));

function reasonItems(reasons, count) {
  const items = reasons.slice(0, MAX_REASONS_SHOWN).map(({ by, value, document: id = '…', license, samples }) => {
    const name = license ?? say('no-license');
    return by === 'sample' ? say('quoted', id, name, samples) : say('exact', id, name, by, value);
  });
  const more = count > MAX_REASONS_SHOWN ? [say('more', count - MAX_REASONS_SHOWN)] : [];
  return [...items, ...more].map((item) => element('li', {}, item));
}

function receiptVerdict(receipt) {
  const { entry, checkpoint, promiseKept, declared } = receipt;
  const isLate = promiseKept === false;
  const isBroken = isLate && !given.token; // a token of a time-stamping authority may say otherwise
  return {
    outcome: isBroken ? 'bad' : isLate ? 'warn' : 'good',
    key: isBroken ? 'promise-broken' : undefined,
    title: say(isBroken ? 'promise-broken-title' : 'receipt-true-title'),
    content: [
      paragraph(say('receipt-true', entry.id, String(receipt.index), checkpoint.origin, String(checkpoint.size))),
      ...(promiseKept || isBroken ? [paragraph(say(promiseKept ? 'promise-kept' : 'promise-broken'))] : []),
      ...(given.token ? [paragraph(say('token-unchecked'))] : []),
      facts(...(declared ? declaredFacts(declared) : []), ...entryFacts(receipt)),
      limits(tell('optout.page.shows')),
    ],
  };
}

const label = (name) => tell('optout.page.label.' + name);

const declaredFacts = (declared) => [
  [label('holder'), tell('optout.page.name', declared.holder.name, sentence('optout.page.kind.' + declared.holder.kind))],
  [label('mandate'), declared.mandate?.grantor.name],
  [label('works'), list(workItems(declared.selectors))],
  [label('uses'), declared.categories.map((word) => tell('optout.page.use.' + word)).join(', ')],
  [label('declared'), moment(Date.parse(declared.declaredAt))],
  [label('tier'), tell('optout.page.tier.' + declared.tier)],
];

function workItems(selectors) {
  const items = selectors.slice(0, MAX_WORKS_SHOWN).map(({ type, value, work }) =>
    work ? element('span', {}, tell('optout.page.work', work.samples.length), element('br', {}), code(value))
      : tell('optout.page.key.' + type, type === 'prefix' ? value + '*' : value));
  const rest = selectors.length - MAX_WORKS_SHOWN;
  return rest > 0 ? [...items, tell('optout.page.more', rest)] : items;
}

const entryFacts = (receipt) => {
  const { entry, checkpoint, index } = receipt;
  return [
    [label('what'), tell('optout.page.type.' + entry.type)],
    [label('status'), tell('optout.page.status.' + entry.status)],
    [label('time'), moment(entry.time)],
    [label('due'), moment(entry.time + 1000 * entry.mmdSeconds)],
    [say('label.witnesses'), witnesses(receipt)],
    [label('log'), tell('optout.page.place', checkpoint.origin, index, checkpoint.size)],
    [label('leaf'), code(hex(leafHash(given.entry.bytes)))],
    [label('root'), code(hex(checkpoint.root))],
  ];
};

function attestationVerdict({ before, after, removed, time, holder, retractions, key, logs }) {
  return {
    outcome: 'warn', // somebody's word, whoever stands for the retractions
    title: say('attestation'),
    content: [
      paragraph(say('attestation-means', removed.count)),
      paragraph(say(logs ? 'attestation-accepted' : 'attestation-unchecked')),
      ...(given.token ? [paragraph(say('proof-token-unchecked'))] : []),
      facts(
        [say('label.holder'), holder === undefined ? undefined : say('by-own-word', holder)],
        [say('label.key'), say('key-unknown', key.name)],
        [say('label.signed'), moment(Date.parse(time))],
        [say('label.before'), code(before)],
        [say('label.after'), code(after)],
        [say('label.retractions'), list(retractions.map(({ entry, proof }) => retraction(entry, proof)))],
      ),
      limits(ATTESTATION_LIMITS[language]),
    ],
  };
}

const retraction = (entry, proof) => {
  const { origin, size } = parseCheckpoint(proof.note.text);
  return `${moment(entry.time)} — ${tell('optout.page.place', origin, proof.index, size)}`;
};

const limits = (text) => element('p', { className: 'limits' }, text);

// Telling

function tellGiven() {
  const slots = { bundle: ['logProof', 'entry', 'token', 'proof', 'attestation'], policy: ['policy'], work: ['work'] };
  for (const [slot, kinds] of Object.entries(slots)) {
    const there = kinds.filter((kind) => given[kind]).map((kind) => element('li', {}, say('given-' + kind, given[kind].name)));
    const strange = slot === 'bundle' ? unknown.map((name) => element('li', { className: 'unknown' }, say('unknown', name))) : [];
    byId(slot + '-given').replaceChildren(...there, ...strange);
  }
}

/** Leaves the browser time to show what comes before a long computation. */
const painted = () => new Promise((resolve) => setTimeout(resolve, 30));

async function tellAll() {
  const region = byId('verdict');
  tellGiven();
  if (given.proof || given.attestation || (given.entry && given.logProof)) {
    region.className = 'wait';
    region.replaceChildren(paragraph(say('working')));
    await painted();
  }
  const { outcome, title, key = '', content = [] } = verdict();
  region.className = outcome;
  region.dataset.key = key;
  region.replaceChildren(...(title === '' ? [] : [element('h2', {}, title), ...content]));
}

function speak(chosenLanguage) {
  language = chosenLanguage;
  document.documentElement.lang = language;
  document.title = say('title');
  for (const part of document.querySelectorAll('[data-text]')) {
    part.textContent = say(part.dataset.text);
  }
  Object.assign(byId('language'), language === 'fr' ? { lang: 'en', textContent: 'English' } : { lang: 'fr', textContent: 'Français' });
  tellAll();
}

function start() {
  for (const purpose of ['bundle', 'policy', 'work']) {
    byId(purpose).addEventListener('change', (event) => takeFrom(event.target, purpose));
  }
  byId('files').addEventListener('reset', forget);
  byId('print').addEventListener('click', () => window.print());
  byId('language').addEventListener('click', () => speak(language === 'fr' ? 'en' : 'fr'));
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.querySelectorAll('.slot').forEach((slot) => slot.classList.toggle('over', slot.contains(event.target)));
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const slot = event.target instanceof Element ? event.target.closest('.slot') : null;
    document.querySelectorAll('.slot').forEach((each) => each.classList.remove('over'));
    take([...event.dataTransfer.files], slot && slot.id !== 'slot-bundle' ? slot.id.slice('slot-'.length) : 'any');
  });
  speak(location.hash === '#en' ? 'en' : 'fr');
}

start();
