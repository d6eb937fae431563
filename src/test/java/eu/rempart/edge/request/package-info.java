/** Tests of gate 3. */
@NullMarked
package eu.rempart.edge.request;

import org.jspecify.annotations.NullMarked;
