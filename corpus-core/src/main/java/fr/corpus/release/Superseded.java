package fr.corpus.release;

import fr.corpus.hash.Digest;

/**
 * A release of which another has taken the place, because some of its documents were reserved after it was published.
 * Immutable.
 *
 * @param manifest SHA-256 of its {@code manifest.json}
 * @param registry the registry's checkpoint under which it was retracted: {@code origin size root}
 * @param withheld how many of its documents the next release withholds
 * @param clustersBanned how many of these had copies: with one member the whole cluster is banned, no copy takes its place
 */
public record Superseded(Digest manifest, String registry, long withheld, long clustersBanned) {}
