/* Receipts: an entry of a registry's log, by docs/formats/opt-out-log-entry.md, and a proof that the log has it. */

const MAX_ENTRY = 0xffff;
const MAX_INT = 2 ** 31 - 1;
const MAX_LISTED = 32;
const MAX_SELECTORS = 10_000;
const MAX_CONTROLS = 256;
const MAX_CHAIN = 8;
const MAX_WILDCARDS = 16;
const MAX_NAME = 500;

const CATEGORIES = ['input', 'mine', 'redistribute', 'search', 'train-genai', 'train-other'];
const ENTRY_TYPES = ['reservation', 'amend', 'withdraw', 'contest', 'counter-notice', 'decision', 'erasure', 'key-rotation'];
const REGISTRY_ID = '0'.repeat(32);
const STATUSES = ['received', 'verified', 'contested', 'rejected', 'withdrawn', 'superseded'];
const HOLDER_KINDS = ['author', 'heir', 'publisher', 'society', 'producer', 'agent'];
const BASES = ['art4', 'contract', 'gdpr-21', 'moral', 'policy'];
const METHODS = ['well-known', 'dns', 'meta'];
const CHANNELS = ['registry', 'table', 'onix', 'signal', 'terms', 'letter'];

/** Types whose keys stand in the log as they are; the others may name a person and are masked. */
const SHOWN_TYPES = ['ark', 'bytes', 'doi', 'isbn', 'iscc', 'issn', 'sample', 'text'];
const MASKED_TYPES = ['author', 'domain', 'host', 'isni', 'pattern', 'prefix', 'url'];

function parseEntry(bytes) {
  if (bytes.length > MAX_ENTRY) {
    throw new Refusal('optout.too-large', '.entry', String(MAX_ENTRY));
  }
  const json = fieldsOf('optout.malformed.entry', bytes);
  requireVersion(json);
  const type = json.text('type', oneOf(ENTRY_TYPES));
  const entry = {
    type,
    id: json.text('id', (id) => /^[0-9a-f]{32}$/.test(id)),
    time: json.number('time', MAX_NUMBER),
    mmdSeconds: json.number('mmdSeconds', MAX_INT),
    previous: json.optional('previous', () => json.number('previous', MAX_NUMBER)),
    status: json.text('status', oneOf(STATUSES)),
    version: json.number('version', MAX_INT),
    commitment: json.optional('commitment', () => json.digest('commitment')),
    scope: type === 'reservation' || type === 'amend' ? scopeOf(json) : undefined,
    key: type === 'key-rotation' ? rotatedKey(json) : undefined,
  };
  json.end();
  if (!hasFieldsOfItsType(entry)) {
    throw json.refuse('type');
  }
  return entry;
}

function hasFieldsOfItsType({ type, id, version, previous, commitment }) {
  const isRotation = type === 'key-rotation';
  const isFirst = type === 'reservation' || (isRotation && version === 1);
  const isSealed = type !== 'erasure' && !isRotation;
  return version >= 1 && isFirst === (previous === undefined) && isSealed === (commitment !== undefined)
    && isRotation === (id === REGISTRY_ID);
}

/** The key that signs the log from the next checkpoint on. */
const rotatedKey = (json) =>
  json.text('key', (text) => {
    try {
      return parseKey(text).type === TYPE_ED25519;
    } catch (e) {
      if (e instanceof Refusal) {
        return false;
      }
      throw e;
    }
  });

const scopeOf = (json) => ({
  categories: categoriesOf(json),
  tier: json.number('tier', 4),
  keys: keyLists(json.object('keys'), SHOWN_TYPES),
  masked: keyLists(json.object('masked'), MASKED_TYPES),
});

function categoriesOf(json) {
  const words = json.texts('categories');
  if (words.length === 0 || !ascends(words) || !words.every(oneOf(CATEGORIES))) {
    throw json.refuse('categories');
  }
  return words;
}

/** By type, a few digests or the number and root of many. */
function keyLists(json, types) {
  const lists = {};
  for (const type of json.names()) {
    if (!types.includes(type)) {
      throw json.refuse(type);
    }
    lists[type] = Array.isArray(json.fields.get(type)) ? listedDigests(json, type) : rootedDigests(json.object(type));
  }
  return lists;
}

function listedDigests(json, type) {
  const digests = json.texts(type);
  const isRight = digests.length >= 1 && digests.length <= MAX_LISTED && digests.every(isDigestHex) && ascends(digests);
  if (!isRight) {
    throw json.refuse(type);
  }
  return digests;
}

function rootedDigests(json) {
  const rooted = { count: json.number('count', MAX_NUMBER), root: json.digest('root') };
  json.end();
  if (rooted.count <= MAX_LISTED) {
    throw json.refuse('count');
  }
  return rooted;
}

/** Salt and private record, which open the commitment of an entry. */
function parseOpening(bytes) {
  const json = fieldsOf('optout.malformed.opening', bytes);
  requireVersion(json);
  const opening = { salt: fromHex(json.digest('salt'), 32), record: utf8(json.text('record')) };
  json.end();
  return opening;
}

const commitmentOf = ({ salt, record }) => hex(sha256(Uint8Array.of(2), salt, record));

/** What a holder declared, from the private record. */
function parseRecord(bytes) {
  const json = fieldsOf('optout.malformed.record', bytes);
  requireVersion(json);
  const declared = {
    basis: json.text('basis', oneOf(BASES)),
    channel: json.text('channel', oneOf(CHANNELS)),
    declaredAt: timeOf(json, 'declaredAt'),
    evidence: json.optional('evidence', () => json.digest('evidence')),
    controls: json.optional('controls', () => json.objects('controls').map(controlOf)),
    selectors: withoutRepetition(json.objects('selectors').map(selectorOf)),
    holder: holderOf(json.object('holder')),
    mandate: json.optional('mandate', () => mandateOf(json.object('mandate'), 1)),
    tier: json.number('tier', 4),
    categories: categoriesOf(json),
  };
  json.end();
  const selectors = declared.selectors.length;
  const controls = declared.controls?.length ?? 1;
  if (selectors < 1 || selectors > MAX_SELECTORS || controls < 1 || controls > MAX_CONTROLS) {
    throw json.refuse('value');
  }
  return declared;
}

const withoutRepetition = (values) => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/** A host that the holder was seen to control. */
function controlOf(json) {
  const control = {
    host: json.text('host'),
    method: json.text('method', oneOf(METHODS)),
    place: json.text('place'),
    at: timeOf(json, 'at'),
    received: json.digest('received'),
  };
  json.end();
  return control;
}

/** ISO 8601 in UTC as it is written: seconds always, then no, three, six or nine digits of a fraction. */
function timeOf(json, name) {
  return json.text(name, (text) => {
    const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.(\d{3}){1,3})?Z$/.exec(text);
    const fraction = text.slice(19, -1);
    const isShortest = !fraction.endsWith('000');
    const date = parts ? new Date(parts[1] + 'Z') : undefined;
    return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts[1]) && isShortest;
  });
}

/** 1 to 500 UTF-16 units, not only white space, no control character. */
const isHolderName = (name) =>
  name.length <= MAX_NAME && !/[\0-\x1f\x7f-\x9f]/.test(name) && [...name].some((sign) => !WHITE_SPACE.test(sign));

function holderOf(json) {
  const holder = { name: json.text('name', isHolderName), kind: json.text('kind', oneOf(HOLDER_KINDS)) };
  json.end();
  return holder;
}

function mandateOf(json, link) {
  if (link > MAX_CHAIN) {
    throw json.refuse('value');
  }
  const mandate = {
    grantor: holderOf(json.object('grantor')),
    from: timeOf(json, 'from'),
    until: json.optional('until', () => timeOf(json, 'until')),
    evidence: json.optional('evidence', () => json.digest('evidence')),
    chain: json.optional('chain', () => mandateOf(json.object('chain'), link + 1)),
  };
  json.end();
  if (mandate.until !== undefined && sortableTime(mandate.until) < sortableTime(mandate.from)) {
    throw json.refuse('value');
  }
  return mandate;
}

/** With all nine digits of the fraction, so that later times are greater texts. */
const sortableTime = (time) => time.slice(0, 19) + '.' + time.slice(20, -1).padEnd(9, '0');

/** A selector, with the keys that the log shows or masks for it. */
function selectorOf(json) {
  if (json.names().length !== 1) {
    throw json.refuse('selectors');
  }
  const [type] = json.names();
  if (type === 'pattern') {
    return patternSelector(json.object(type));
  }
  if (type === 'work') {
    return workSelector(json.object(type));
  }
  if (!KEY_TYPES.includes(type) || type === 'sample') {
    throw json.refuse('selectors');
  }
  const value = json.text(type, (text) => text !== '');
  return { type, value, keys: [{ type, value }] };
}

function patternSelector(json) {
  const host = json.text('host', (text) => text !== '' && !text.includes('*'));
  const path = json.text('path', (text) => text.startsWith('/') && text.split('*').length <= MAX_WILDCARDS + 1);
  json.end();
  return { type: 'pattern', value: host + path, keys: [{ type: 'pattern', value: host + path }] };
}

function workSelector(json) {
  const bytes = json.optional('bytes', () => json.digest('bytes'));
  const text = json.digest('text');
  const iscc = json.digest('iscc');
  const samples = json.text('samples', (digits) => /^([0-9a-f]{16})*$/.test(digits)).match(/.{16}/g) ?? [];
  json.end();
  if (new Set(samples).size !== samples.length) {
    throw json.refuse('value');
  }
  const keys = [{ type: 'text', value: text }, { type: 'iscc', value: iscc }, ...samples.map((value) => ({ type: 'sample', value }))];
  return { type: 'work', value: text, work: { bytes, text, samples }, keys: bytes ? [{ type: 'bytes', value: bytes }, ...keys] : keys };
}

/** What the log must show of a declaration under a salt. */
function declaredScope(declared, salt) {
  const shown = {};
  const masked = {};
  for (const { type, value } of declared.selectors.flatMap((selector) => selector.keys)) {
    const isShown = SHOWN_TYPES.includes(type);
    const digest = keyDigest(type, value);
    const lists = isShown ? shown : masked;
    (lists[type] ??= new Set()).add(hex(isShown ? digest : sha256(Uint8Array.of(3), salt, digest)));
  }
  const { categories, tier } = declared;
  return { categories, tier, keys: listsOf(shown), masked: listsOf(masked) };
}

const listsOf = (sets) =>
  Object.fromEntries(Object.entries(sets).map(([type, digests]) => [type, shortened([...digests].sort())]));

const shortened = (digests) =>
  digests.length <= MAX_LISTED
    ? digests
    : { count: digests.length, root: hex(merkleRoot(digests.map((digest) => fromHex(digest, 32)))) };

/** Whether two scopes are the same; both have the order of their fields free. */
function sameScope(a, b) {
  const written = (scope) =>
    JSON.stringify([scope.categories, scope.tier, ...[scope.keys, scope.masked].map((lists) =>
      Object.keys(lists).sort().map((type) => [type, lists[type].root ?? lists[type], lists[type].count ?? 0]))]);
  return written(a) === written(b);
}

/** Requires that a receipt holds under a policy; answers what it shows. */
function verifyReceipt(entryBytes, proofBytes, policy) {
  const proof = parseLogProof(proofBytes);
  const entry = parseEntry(entryBytes);
  const accepted = verifyInclusion(proof, leafHash(entryBytes), policy);
  const opening = proof.extra ? parseOpening(proof.extra) : undefined;
  if (opening && commitmentOf(opening) !== entry.commitment) {
    throw new Refusal('optout.opening-false');
  }
  const declared = opening && entry.scope ? parseRecord(opening.record) : undefined;
  if (declared && !sameScope(declaredScope(declared, opening.salt), entry.scope)) {
    throw new Refusal('optout.scope-false');
  }
  const witnessed = witnessedAt(accepted);
  const due = BigInt(Math.floor(entry.time / 1000) + entry.mmdSeconds);
  const promiseKept = witnessed === undefined ? undefined : witnessed <= due;
  return { entry, declared, index: proof.index, ...accepted, witnessed, promiseKept };
}
