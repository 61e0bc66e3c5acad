/* Attestations that retracted documents were deleted from a copy, by docs/formats/attestation.md. */

const ATTESTATION = 'corpus-attestation@1';
const MAX_ATTESTATION = 4 << 20;
const MAX_RETRACTIONS = 1000;
const MAX_ATTESTER = 200;
const ATTESTATION_LIMITS = {
  en: 'This attestation is the word of whoever holds the key: that the files of one copy were those of the new release when it was'
    + ' signed. It does not show that no other copy exists (backups, snapshots, caches, what was derived or trained from it), nor'
    + ' that the deleted bytes cannot be recovered from the medium, nor who holds the key.',
  fr: 'Cette attestation est la parole de qui détient la clé\u00a0: les fichiers d’une copie étaient ceux de la nouvelle publication'
    + ' au moment de la signature. Elle ne montre pas qu’il n’existe aucune autre copie (sauvegardes, instantanés, caches, ce qui en'
    + ' a été dérivé ou entraîné), ni que les octets effacés ne peuvent être récupérés sur le support, ni qui détient la clé.',
};

const malformedAttestation = (field) => new Refusal('retract.attestation-malformed', field);

/** What a note of two lines says. */
function statementOf(note) {
  const lines = note.text.split('\n');
  if (lines.length !== 3 || lines[0] !== ATTESTATION) {
    throw malformedAttestation('note');
  }
  const value = canonicalValue(utf8(lines[1]));
  const json = new Fields(value, malformedAttestation);
  const retractions = json.objects('retractions');
  const statement = {
    before: json.digest('before'),
    after: json.digest('after'),
    removed: removedOf(json.object('removed')),
    time: json.text('time', (text) => text.length === 20) && timeOf(json, 'time'),
    holder: json.optional('holder', () => json.text('holder', (name) => isHolderName(name) && name.length <= MAX_ATTESTER)),
    retractions: retractions.map(retractionOf),
    value,
  };
  json.end();
  if (retractions.length < 1 || retractions.length > MAX_RETRACTIONS) {
    throw malformedAttestation('retractions');
  }
  return statement;
}

function removedOf(json) {
  const removed = { count: json.number('count', MAX_NUMBER), root: json.digest('root') };
  json.end();
  return removed;
}

function retractionOf(json) {
  const entry = fromBase64(json.text('entry'));
  const proof = fromBase64(json.text('proof'));
  json.end();
  if (!entry || !proof) {
    throw malformedAttestation('retractions');
  }
  return parseLogged(entry, proof);
}

/** Requires that the retractions lead from the one release to the other and account for what was removed. */
function requireChain({ before, after, removed, retractions }) {
  let at = before;
  for (const { entry } of retractions) {
    if (entry.type !== 'retraction' || entry.retracted !== at) {
      throw new Refusal('retract.chain-broken', before, after);
    }
    at = entry.supersededBy;
  }
  if (at !== after) {
    throw new Refusal('retract.chain-broken', before, after);
  }
  const named = retractions.map(({ entry }) => entry.documents);
  const most = named.reduce((sum, { count }) => sum + BigInt(count), 0n);
  const isOne = named.length === 1 && named[0].count === removed.count && named[0].root === removed.root;
  if (named.length === 1 ? !isOne : BigInt(removed.count) > most) {
    throw new Refusal('retract.attestation-count');
  }
}

/** Whether a value is equal to another that was read too. */
const sameRead = (a, b) => sameValue(a, plainValue(b));

const plainValue = (value) =>
  value instanceof Map ? Object.fromEntries([...value].map(([key, each]) => [key, plainValue(each)]))
    : Array.isArray(value) ? value.map(plainValue) : value;

/** Requires that an attestation holds; the policy may be undefined. Answers what it says and who stands for its retractions. */
function verifyAttestation(bytes, policy) {
  if (bytes.length > MAX_ATTESTATION) {
    throw malformedAttestation('size');
  }
  const json = new Fields(canonicalValue(bytes), malformedAttestation);
  json.text('format', (format) => format === ATTESTATION);
  const note = parseNote(utf8(json.text('note')));
  const key = parseKey(json.text('key'));
  const statement = statementOf(note);
  json.take('statement', (value) => sameRead(value, statement.value));
  json.take('limits', (value) => sameValue(value, ATTESTATION_LIMITS));
  json.end();
  verifyNote(note, [key]);
  requireChain(statement);
  const logs = policy ? statement.retractions.map((retraction) => acceptLogged(retraction, policy)) : undefined;
  return { ...statement, key, logs };
}
