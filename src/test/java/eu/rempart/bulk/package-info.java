/** Tests of bulk changes. */
@NullMarked
package eu.rempart.bulk;

import org.jspecify.annotations.NullMarked;
