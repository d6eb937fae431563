/** Numbers that people type, however large. */
@NullMarked
package eu.rempart.common.number;

import org.jspecify.annotations.NullMarked;
