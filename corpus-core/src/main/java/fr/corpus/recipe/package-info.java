/**
 * Recipes: what a user asks for, read strictly, completed with the defaults of each profile and turned into built steps.
 * Imports {@code read}, {@code normalize}, {@code filter}, {@code dedup}, {@code rights}, {@code annotate} and below, and
 * {@code internal.yaml}.
 */
@NullMarked
package fr.corpus.recipe;

import org.jspecify.annotations.NullMarked;
