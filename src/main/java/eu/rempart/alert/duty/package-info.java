/**
 * Who is on duty: two engineers at any time, by turns, by what is entered for a while, and by
 * swaps. An incomplete pair is found here, before it is needed.
 */
@NullMarked
package eu.rempart.alert.duty;

import org.jspecify.annotations.NullMarked;
