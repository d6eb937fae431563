/**
 * What members come back to: the records that they marked, and those that they looked at last. Ids
 * alone are kept; names come from the rooms of the records, for whoever may see them.
 */
@NullMarked
package eu.rempart.recall;

import org.jspecify.annotations.NullMarked;
