/**
 * What the public reads of the watch: a page without scripts, the same as JSON, and a badge.
 * Nothing of the organisation's data, and nothing of checks that are not shown.
 */
@NullMarked
package eu.rempart.watch.status;

import org.jspecify.annotations.NullMarked;
