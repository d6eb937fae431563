/** Tests of what happens to a request before the application sees it. */
@NullMarked
package eu.rempart.edge;

import org.jspecify.annotations.NullMarked;
