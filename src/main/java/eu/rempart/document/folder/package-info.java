/** The folders that documents lie in: a tree of names. */
@NullMarked
package eu.rempart.document.folder;

import org.jspecify.annotations.NullMarked;
