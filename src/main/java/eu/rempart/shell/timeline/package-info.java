/**
 * What happened with a record, newest first, from whatever rooms know of it. Knows no business
 * room: each provides a source.
 */
@NullMarked
package eu.rempart.shell.timeline;

import org.jspecify.annotations.NullMarked;
