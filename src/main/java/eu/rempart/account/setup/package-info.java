/** The first administrator, and the recovery kit: where it is, and that it is safe. */
@NullMarked
package eu.rempart.account.setup;

import org.jspecify.annotations.NullMarked;
