/** Tests of import and export. */
@NullMarked
package eu.rempart.exchange;

import org.jspecify.annotations.NullMarked;
