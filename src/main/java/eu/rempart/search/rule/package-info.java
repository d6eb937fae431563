/**
 * Conditions on records as people put them together and keep them: a tree of "all of" and "any of"
 * over tests on fields, which are named and not typed, so that they survive as text.
 */
@NullMarked
package eu.rempart.search.rule;

import org.jspecify.annotations.NullMarked;
