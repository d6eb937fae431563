/** Tests of sheets of paper. */
@NullMarked
package eu.rempart.paper;

import org.jspecify.annotations.NullMarked;
