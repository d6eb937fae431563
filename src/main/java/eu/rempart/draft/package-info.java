/**
 * What members typed into forms and did not save yet: kept sealed in the database, so that an idle
 * lock, a closed tab or a phone without battery takes nothing. Knows no business room.
 */
@NullMarked
package eu.rempart.draft;

import org.jspecify.annotations.NullMarked;
