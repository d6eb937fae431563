/** Tests of the administration of the gates. */
@NullMarked
package eu.rempart.edge.admin;

import org.jspecify.annotations.NullMarked;
