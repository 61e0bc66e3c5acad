/* What a proof says to the holder of a receipt, by point 9 of docs/formats/release-proof.md. */

/** Requires that a proof is about the reservation of a receipt, both accepted by one policy, and that its release heeded that registry. */
function answerReceipt(receipt, { log, entries }) {
  if (!log) {
    throw new Refusal('proof.receipt-unlogged');
  }
  const heeded = log.entry.registry.checkpoint;
  requireOneHistory(receipt.checkpoint, heeded);
  const { entry, index, declared } = receipt;
  if (!entry.scope) {
    throw new Refusal('proof.receipt-declares-nothing', entry.type);
  }
  const unproven = declared ? unprovenOfDeclared(declared.selectors, entries) : unprovenOfShown(entry.scope, entries);
  return { id: entry.id, index, isKnown: index < heeded.size, unproven };
}

function requireOneHistory(shown, heeded) {
  if (shown.origin !== heeded.origin) {
    throw new Refusal('proof.receipt-elsewhere', shown.origin, heeded.origin);
  }
  if (shown.size === heeded.size && !sameBytes(shown.root, heeded.root)) {
    throw new Refusal('proof.two-histories', shown.origin, String(shown.size), hex(shown.root), hex(heeded.root));
  }
}

/** Compares with all that was declared; answers of how many selectors the proof says nothing. */
function unprovenOfDeclared(selectors, entries) {
  const asked = new Set(entries.map(({ type, value }) => `${type}:${value}`));
  const works = selectors.filter(({ type }) => type === 'work');
  const silent = selectors.filter(({ type }) => type === 'pattern' || type === 'iscc');
  for (const { type, value } of selectors) {
    if (!['work', 'pattern', 'iscc'].includes(type) && !asked.has(`${type}:${value}`)) {
      throw new Refusal('proof.key-missing', `${type}:${value}`);
    }
  }
  if (works.length > 0 && !works.some(({ work }) => isAboutWork(work, entries))) {
    throw new Refusal('proof.another-reserved-work');
  }
  return silent.length + Math.max(0, works.length - 1);
}

/** Compares with what the log's entry shows, without the holder's record. */
function unprovenOfShown({ keys, masked }, entries) {
  for (const [type, list] of Object.entries(keys)) {
    const asked = entries.filter((entry) => entry.type === type).map(({ value }) => hex(keyDigest(type, value))).sort();
    if (type !== 'iscc' && !coversList(asked, list)) {
      throw new Refusal('proof.key-missing', type);
    }
  }
  return (keys.iscc ? 1 : 0) + Object.keys(masked).length;
}

function coversList(asked, list) {
  if (Array.isArray(list)) {
    return list.every((digest) => asked.includes(digest));
  }
  return list.count === asked.length && list.root === hex(merkleRoot(asked.map((digest) => fromHex(digest, 32))));
}
