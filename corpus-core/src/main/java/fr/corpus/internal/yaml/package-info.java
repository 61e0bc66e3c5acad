/**
 * YAML 1.2 (core schema) as a tree that knows its lines, over SnakeYAML Engine, which is named nowhere else. No API:
 * imports {@code error} only.
 */
@NullMarked
package fr.corpus.internal.yaml;

import org.jspecify.annotations.NullMarked;
