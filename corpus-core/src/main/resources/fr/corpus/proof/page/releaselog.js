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

/** An entry of either type. */
function parseReleaseLogEntry(bytes) {
  const json = fieldsOf('releaselog.malformed.entry', bytes);
  if (bytes.length > MAX_ENTRY) {
    throw json.refuse('size');
  }
  requireVersion(json);
  const type = json.text('type', oneOf(['release', 'retraction']));
  const entry = {
    type,
    time: json.number('time', MAX_NUMBER - 1),
    registry: registryNote(json),
    ...(type === 'release' ? releaseFields(json) : retractionFields(json)),
  };
  json.end();
  return entry;
}

/** That a release was published. */
function releaseFields(json) {
  const release = parseCommitment(json.text('checkpoint'));
  const rules = json.object('rules');
  const fields = {
    release,
    rules: { match: rules.text('match'), withhold: rules.text('withhold') },
    recipe: json.digest('recipe'),
    supersedes: json.optional('supersedes', () => json.digest('supersedes')),
  };
  rules.end();
  if (fields.supersedes === hex(release.manifest)) {
    throw json.refuse('supersedes');
  }
  return fields;
}

/** That a release must no longer be used. */
function retractionFields(json) {
  const fields = {
    retracted: json.digest('retracted'),
    supersededBy: json.digest('supersededBy'),
    documents: idSet(json.object('documents')),
    reservations: reservationIds(json),
  };
  if (fields.retracted === fields.supersededBy) {
    throw json.refuse('reservations');
  }
  return fields;
}

function idSet(json) {
  const set = { count: json.number('count', MAX_NUMBER - 1), root: json.digest('root') };
  json.end();
  return set;
}

/** At most 32 one by one, more as number and root. */
function reservationIds(json) {
  if (!Array.isArray(json.fields.get('reservations'))) {
    const set = idSet(json.object('reservations'));
    if (set.count <= MAX_LISTED) {
      throw json.refuse('reservations');
    }
    return set;
  }
  const ids = json.texts('reservations');
  if (ids.length > MAX_LISTED || !ascends(ids) || !ids.every((id) => /^[0-9a-f]{32}$/.test(id))) {
    throw json.refuse('reservations');
  }
  return ids;
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

/** An entry and its proof; requires that they fit each other and the registry that the entry names. */
function parseLogged(bytes, proofBytes) {
  const proof = parseLogProof(proofBytes);
  if (proof.extra) {
    throw new Refusal('releaselog.extra');
  }
  const entry = parseReleaseLogEntry(bytes);
  const leaf = leafHash(bytes);
  const checkpoint = parseCheckpoint(proof.note.text);
  requireInclusion(proof, leaf, checkpoint);
  const expected = entry.registry.checkpoint.origin + RELEASES_SUFFIX;
  if (checkpoint.origin !== expected) {
    throw new Refusal('releaselog.other-log', checkpoint.origin, expected);
  }
  return { entry, proof, leaf };
}

/** Requires that a log of the policy signed the state of the registry; a registry whose key was stolen is no longer one. */
function acceptRegistry(policy, { note, checkpoint }) {
  try {
    acceptLog(policy, note);
  } catch (e) {
    if (e instanceof Refusal && ['tlog.no-known-signature', 'tlog.not-signed-by-log'].includes(e.key)) {
      throw new Refusal('releaselog.registry-not-accepted', checkpoint.origin, String(checkpoint.size));
    }
    throw e;
  }
}

/** Requires that a policy accepts the log's checkpoint, and that a log of the policy signed the registry's. */
function acceptLogged({ entry, proof, leaf }, policy) {
  const accepted = verifyInclusion(proof, leaf, policy);
  acceptRegistry(policy, entry.registry);
  return { ...accepted, entry, index: proof.index, witnessed: witnessedAt(accepted) };
}
