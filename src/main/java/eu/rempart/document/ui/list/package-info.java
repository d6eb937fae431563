/**
 * The list of all documents: folder by folder, or found, filtered and sorted, and what is done to
 * many at once.
 */
@NullMarked
package eu.rempart.document.ui.list;

import org.jspecify.annotations.NullMarked;
