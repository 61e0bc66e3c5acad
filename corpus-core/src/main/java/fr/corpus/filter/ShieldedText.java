package fr.corpus.filter;

/**
 * A text of an evaluation item that documents must not have. Immutable.
 *
 * @param owner the pack, {@code id@version}, or the name of the file
 * @param item id of the item in it
 * @param part what the text is in the item
 * @param text as the item has it
 */
public record ShieldedText(String owner, String item, String part, String text) {}
