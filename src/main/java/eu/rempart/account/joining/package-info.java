/**
 * What joining is made of: what came of a code, and how those who wait to be let in are shown to
 * administrators.
 */
@NullMarked
package eu.rempart.account.joining;

import org.jspecify.annotations.NullMarked;
