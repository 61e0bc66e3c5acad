/**
 * The tables of the opt-out registry in SQLite or PostgreSQL, by JDBC. No API; imports {@code error} only. Nothing of a driver
 * is loaded before a database is opened.
 */
@NullMarked
package fr.corpus.internal.sql;

import org.jspecify.annotations.NullMarked;
