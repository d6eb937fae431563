/**
 * Saved views of lists: what to show, in which order, private or shared. Knows no business room: a
 * view is a name and a content that the list of its kind understands.
 */
@NullMarked
package eu.rempart.savedview;

import org.jspecify.annotations.NullMarked;
