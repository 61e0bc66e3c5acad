package fr.corpus.internal.sql;

import java.util.List;

/**
 * A reservation as it stands at some size of the log.
 *
 * @param state the entry that decides its status; its tier and categories are those of what is reserved
 * @param selectors keys and patterns
 * @param works fingerprints
 */
public record ReservedRow(EntryRow state, List<SelectorRow> selectors, List<WorkRow> works) {}
