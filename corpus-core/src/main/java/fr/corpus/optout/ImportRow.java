package fr.corpus.optout;

import java.util.List;
import java.util.Map;

/**
 * One record of a table of reservations or of an ONIX message. Immutable.
 *
 * @param place where it begins, for people: a line, or the reference of a product
 * @param raw as it stands, to be corrected and imported again
 * @param fields values by lower-case name; empty when the record cannot be read, and for a product that reserves nothing
 * @param readable whether it could be read
 */
record ImportRow(String place, String raw, Map<String, List<String>> fields, boolean readable) {}
