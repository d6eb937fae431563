/** Tests of rules, on a real PostgreSQL. */
@NullMarked
package eu.rempart.edge.rule;

import org.jspecify.annotations.NullMarked;
