/* Releases in the log of those that heeded a registry, by docs/formats/release-log.md. */

const MAX_REGISTRY_NOTE = 1 << 15;
const MAX_RELEASE_CHECKPOINT = 1 << 14;
const RELEASES_SUFFIX = '/releases';

/** What the checkpoint of a release commits to: manifest, and keys if it has them. */
function parseCommitment(text) {
  const refusal = new Refusal('releaselog.malformed.checkpoint');
  if (text.length > MAX_RELEASE_CHECKPOINT) {
    throw refusal;
  }
  const checkpoint = parseCheckpoint(text);
  const [manifestLine, keysLine, ...more] = checkpoint.extensions;
  const manifest = manifestLine?.startsWith('manifest ') ? digestFromBase64(manifestLine.slice(9)) : undefined;
  if (!manifest || more.length > 0) {
    throw refusal;
  }
  if (keysLine === undefined) {
    return { checkpoint, manifest };
  }
  const [word, set, rootText, ...rest] = keysLine.split(' ');
  const root = rootText === undefined ? undefined : digestFromBase64(rootText);
  if (word !== 'keys' || set === '' || !root || rest.length > 0) {
    throw refusal;
  }
  return { checkpoint, manifest, keys: { set, root } };
}

/** An entry that publishes a release; others are of no use here. */
function parseReleaseEntry(bytes) {
  const json = fieldsOf('releaselog.malformed.entry', bytes);
  if (bytes.length > MAX_ENTRY) {
    throw json.refuse('size');
  }
  requireVersion(json);
  if (json.text('type', oneOf(['release', 'retraction'])) === 'retraction') {
    throw new Refusal('proof.entry-of-another');
  }
  const release = parseCommitment(json.text('checkpoint'));
  const rules = json.object('rules');
  const entry = {
    release,
    rules: { match: rules.text('match'), withhold: rules.text('withhold') },
    recipe: json.digest('recipe'),
    supersedes: json.optional('supersedes', () => json.digest('supersedes')),
    time: json.number('time', MAX_NUMBER - 1),
    registry: registryNote(json),
  };
  rules.end();
  json.end();
  if (entry.supersedes === hex(release.manifest)) {
    throw json.refuse('supersedes');
  }
  return entry;
}

/** A signed note whose text is the checkpoint of a registry. */
function registryNote(json) {
  const bytes = utf8(json.text('registry'));
  if (bytes.length > MAX_REGISTRY_NOTE) {
    throw json.refuse('registry');
  }
  const note = parseNote(bytes);
  return { note, checkpoint: parseCheckpoint(note.text) };
}

/** Entry and proof of a release; requires that they fit each other and the registry that the entry names. */
function parseLogged(json) {
  const bytes = utf8(json.text('entry'));
  const proof = parseLogProof(utf8(json.text('proof')));
  json.end();
  if (proof.extra) {
    throw new Refusal('releaselog.extra');
  }
  const entry = parseReleaseEntry(bytes);
  const leaf = leafHash(bytes);
  const checkpoint = parseCheckpoint(proof.note.text);
  requireInclusion(proof, leaf, checkpoint);
  const expected = entry.registry.checkpoint.origin + RELEASES_SUFFIX;
  if (checkpoint.origin !== expected) {
    throw new Refusal('releaselog.other-log', checkpoint.origin, expected);
  }
  return { entry, proof, leaf };
}

/** Requires that a policy accepts the log's checkpoint, and that a log of the policy signed the registry's. */
function acceptLogged({ entry, proof, leaf }, policy) {
  const accepted = verifyInclusion(proof, leaf, policy);
  acceptLog(policy, entry.registry.note);
  return { ...accepted, entry, index: proof.index, witnessed: witnessedAt(accepted) };
}
