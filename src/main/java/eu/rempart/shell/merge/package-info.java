/**
 * Two records side by side, as screens that make one of two need them. What a record has, its room
 * says.
 */
@NullMarked
package eu.rempart.shell.merge;

import org.jspecify.annotations.NullMarked;
