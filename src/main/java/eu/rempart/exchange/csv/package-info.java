/**
 * Reads CSV of any size and from any program, and writes it. Inspect a file first: that finds its
 * encoding, its signs, the program that wrote it and what its columns mean; a person corrects; then
 * read its rows.
 */
@NullMarked
package eu.rempart.exchange.csv;

import org.jspecify.annotations.NullMarked;
