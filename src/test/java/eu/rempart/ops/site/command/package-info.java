/** Tests of what administrators call. */
@NullMarked
package eu.rempart.ops.site.command;

import org.jspecify.annotations.NullMarked;
