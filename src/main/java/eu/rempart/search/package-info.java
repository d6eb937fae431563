/**
 * Finds, filters and sorts records whose fields are sealed in the database, by an index that lives
 * in memory only. Knows no business room: a room registers a {@link eu.rempart.search.SearchSource}
 * and asks {@link eu.rempart.search.SearchIndex} for ids. Nothing of the index is written to disk,
 * logged or serialised.
 */
@NullMarked
package eu.rempart.search;

import org.jspecify.annotations.NullMarked;
