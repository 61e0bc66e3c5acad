/**
 * What licences permit and demand: the catalogue {@code licenses/catalog.yaml}, SPDX expressions, which licences may be
 * joined. Imports {@code document}, {@code error} and {@code internal.yaml}.
 */
@NullMarked
package fr.corpus.license;

import org.jspecify.annotations.NullMarked;
