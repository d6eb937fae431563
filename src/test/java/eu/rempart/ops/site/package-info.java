/** Tests of two sites and their witness. */
@NullMarked
package eu.rempart.ops.site;

import org.jspecify.annotations.NullMarked;
