/**
 * What administrators say about who may come: rules by country, networks that always may, limits.
 * The gates read all of it as one immutable policy that is replaced as a whole.
 */
@NullMarked
package eu.rempart.edge.rule;

import org.jspecify.annotations.NullMarked;
