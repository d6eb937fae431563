/** Lines of what is sold, wherever they stand: what they say, come to, and are kept as. */
@NullMarked
package eu.rempart.common.line;

import org.jspecify.annotations.NullMarked;
