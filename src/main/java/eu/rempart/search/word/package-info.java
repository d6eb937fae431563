/**
 * How texts, addresses and numbers become the terms and keys under which they are filed and found.
 * Keeps nothing; used by the index alone.
 */
@NullMarked
package eu.rempart.search.word;

import org.jspecify.annotations.NullMarked;
