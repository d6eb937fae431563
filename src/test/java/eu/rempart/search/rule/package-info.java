/** Tests of rules. */
@NullMarked
package eu.rempart.search.rule;

import org.jspecify.annotations.NullMarked;
