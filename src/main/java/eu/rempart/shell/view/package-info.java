/**
 * What a list shows, as something that can be named and kept: conditions put together by "all" and
 * "any", columns, order, grouping. Where it is kept, another room says.
 */
@NullMarked
package eu.rempart.shell.view;

import org.jspecify.annotations.NullMarked;
