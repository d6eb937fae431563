/**
 * Two records side by side, as screens that make one of two need them, and those that may be the
 * one that is typed in. What a record has, its room says.
 */
@NullMarked
package eu.rempart.shell.merge;

import org.jspecify.annotations.NullMarked;
