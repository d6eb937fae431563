/**
 * Texts in the languages people read: bundles by room, dates, numbers and relative times by locale.
 * Every key stands in English and in French; a test fails on a missing or unused one.
 */
@NullMarked
package eu.rempart.shell.text;

import org.jspecify.annotations.NullMarked;
