/** A calendar that rooms fill with what lies in the days that are seen. */
@NullMarked
package eu.rempart.shell.calendar;

import org.jspecify.annotations.NullMarked;
